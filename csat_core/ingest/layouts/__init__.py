"""Layouts: one small file for each kind of export that is recognised."""
