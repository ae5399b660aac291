"""Commands about files and datasets: bring in, list, take back."""

from dataclasses import asdict
from typing import Annotated

import typer

from csat_core.cli import altered, attaching, bringing, files, mending
from csat_core.cli.calls import Document, Need
from csat_core.cli.commands.base import app, call_of
from csat_core.cli.options import Named
from csat_core.model.alike import IGNORED
from csat_core.model.dataset import Role
from csat_core.model.overlap import Overlap
from csat_core.model.sensitive import Sensitive
from csat_core.store import catalogue, imports
from csat_core.store.catalogue import find_dataset
from csat_core.store.left_out import also_in
from csat_core.store.replacements import restorable


@app.command("import")
def import_(
    context: typer.Context,
    paths: Annotated[
        list[str], typer.Argument(metavar="FILE...", help="CSV, TSV, Excel, ODS, JSON, SPSS, Stata or Parquet.")
    ],
    dataset: Annotated[
        str | None,
        typer.Option("--dataset", metavar="NAME", help="A new name, or the dataset to add to; else by its header."),
    ] = None,
    roles: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="COLUMN=ROLE",
            help="What a column is for (time:dmy for days, metric:18,25 for cuts, revenue:comma for decimal commas).",
        ),
    ] = None,
    scales: Annotated[
        list[str] | None, typer.Option("--scale", metavar="COLUMN=1-5", help="The scale of a question.")
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="S", help="The sheet of a workbook.")] = None,
    sensitive: Annotated[
        Sensitive, typer.Option("--sensitive", help="Columns of e-mail addresses and the like: leave out, code, keep.")
    ] = Sensitive.DROP,
    near: Annotated[
        bool, typer.Option("--near", help="Read misspelt answers of every question as the answer they are nearest to.")
    ] = False,
    mask: Annotated[bool, typer.Option("--mask", help="Cover e-mail addresses and phone numbers in comments.")] = False,
    layout: Annotated[
        str | None,
        typer.Option("--layout", metavar="NAME", help="Where the file comes from, such as qualtrics; or generic."),
    ] = None,
    unfinished: Annotated[
        str | None, typer.Option("--unfinished", metavar="keep|drop", help="What becomes of unfinished responses.")
    ] = None,
    replaces: Annotated[
        bool,
        typer.Option(
            "--replace", help="Answers of response ids that are there already take the place of those stored."
        ),
    ] = False,
    overlap: Annotated[
        Overlap | None,
        typer.Option("--overlap", help="Rows that the dataset seems to have, or others under its ids: leave out, add."),
    ] = None,
    by_file: Annotated[
        str | None,
        typer.Option("--by-file", metavar="NAME", help="Make a segment of the names of the files, such as Shop."),
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be imported, and store nothing.")] = False,
) -> Document:
    """Bring response files in: a new survey begins a dataset, a new export of a known one adds to it."""
    wishes = files.Wishes(
        dataset=dataset,
        roles=tuple(roles or ()),
        scales=tuple(scales or ()),
        sheet=sheet,
        sensitive=sensitive,
        mask=mask,
        near=near,
        layout=layout,
        unfinished=unfinished,
        replaces=replaces,
        overlap=overlap,
        dry_run=dry_run,
        by_file=by_file,
    )
    return bringing.import_files(call_of(context), paths, wishes)


@app.command()
def join(
    context: typer.Context,
    dataset: Named,
    path: Annotated[str, typer.Argument(metavar="FILE", help="Orders, revenue, churn, agents, minutes ...")],
    keys: Annotated[
        list[str],
        typer.Option(
            "--key",
            metavar="COLUMN",
            help="By what responses are found (OURS=THEIRS where names differ); several together.",
        ),
    ],
    takes: Annotated[
        list[str] | None,
        typer.Option(
            "--take", metavar="COLUMN=HOW", help="sum, mean or latest of the values of a key; else all columns."
        ),
    ] = None,
    roles: Annotated[
        list[str] | None, typer.Option("--map", metavar="COLUMN=ROLE", help="What an added column is for.")
    ] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", metavar="S", help="The sheet of a workbook.")] = None,
    alike: Annotated[bool, typer.Option("--alike", help=f"Keys are the same whatever their {IGNORED}.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be joined, and store nothing.")] = False,
) -> Document:
    """Attach columns of a second file to the responses of a dataset by a key; no response is multiplied."""
    wishes = attaching.JoinWishes(
        keys=tuple(keys), takes=tuple(takes or ()), roles=tuple(roles or ()), sheet=sheet, alike=alike, dry_run=dry_run
    )
    return attaching.join_file(call_of(context), dataset, path, wishes)


@app.command()
def datasets(context: typer.Context) -> Document:
    """List the datasets."""
    store = call_of(context).open(Need.READ)
    log = imports.imports(store)
    return {
        "datasets": [
            {
                "dataset": each.name,
                "dataset_id": each.id,
                "answers": each.answers if each.with_role(Role.OUTCOME) else 0,
                "questions": len(each.questions),
                "since": each.since.isoformat() if each.since else None,
                "until": each.until.isoformat() if each.until else None,
                "responses": each.responses,
                "kind": each.kind,
                "industry": each.industry,
                "import_ids": sorted(record.import_id for record in log if record.dataset_id == each.id),
            }
            for each in catalogue.datasets(store)
        ]
    }


@app.command()
def undo(
    context: typer.Context,
    import_id: Annotated[int, typer.Argument(metavar="IMPORT_ID")],
    together: Annotated[
        bool, typer.Option("--together", help="Also the files that were brought in at once with this one.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be removed, and remove nothing.")] = False,
) -> Document:
    """Take an import back: its responses are removed, the log keeps that it was."""
    store = call_of(context).open(Need.READ)
    log = imports.imports(store)
    drop = next((record.together for record in log if record.import_id == import_id and together), "")
    records = [record for record in log if record.import_id == import_id or (drop and record.together == drop)]
    restored = sum(restorable(store, record.dataset_id, record.import_id) for record in records)
    taken = {record.import_id for record in records}
    brought = [record for record in records if not record.joined]
    found = [each for record in brought for each in also_in(store, record.dataset_id, record.import_id)]
    also = [each for each in found if each.import_id not in taken]
    if dry_run and records:
        removed = {record.import_id: imports.would_remove(store, record) for record in records}
    else:
        removed = imports.undo_together(store, drop) if drop else {import_id: imports.undo(store, import_id)}
    return {
        "import_id": import_id,
        "dry_run": dry_run,
        "import_ids": sorted(removed),
        "restored": restored,
        "removed": sum(removed.values()),
        "columns_removed": sum(len(record.joined) for record in records),
        "also_in": [asdict(each) for each in also],
    }


@app.command()
def rejects(
    context: typer.Context,
    dataset: Named,
    to_mend: Annotated[
        bool, typer.Option("--to-mend", help="Write the rows that can be mended, to correct and import again.")
    ] = False,
    out: Annotated[
        str | None,
        typer.Option("--out", metavar="FILE", help="Where that file goes; XLSX if its name ends so, else CSV."),
    ] = None,
    import_id: Annotated[
        int | None, typer.Option("--import", metavar="IMPORT_ID", help="Rows of this import; else of the newest ones.")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace the file that is there.")] = False,
    altered_in: Annotated[
        str | None,
        typer.Option(
            "--altered", metavar="FILE", help="Instead, the values of this imported file that are stored otherwise."
        ),
    ] = None,
    flagged_in: Annotated[
        str | None,
        typer.Option(
            "--flagged",
            metavar="FILE",
            help="Instead, the responses of this imported file that stand out: same answers, haste, repeats.",
        ),
    ] = None,
) -> Document:
    """List the rows set aside on the way into a dataset, with the reason of each, or write those that can be mended."""
    call = call_of(context)
    listed = [name for name in (altered_in, flagged_in) if name is not None]
    if len(listed) > 1 or (listed and (to_mend or import_id is not None)):
        raise mending.MendingOptionsError
    if altered_in is not None:
        return altered.altered(call, dataset, altered_in, out, force=force)
    if flagged_in is not None:
        return altered.altered(call, dataset, flagged_in, out, force=force, flagged=True)
    if to_mend and out is not None:
        return mending.written(call, dataset, out, import_id=import_id, force=force)
    if to_mend or out is not None or import_id is not None or force:
        raise mending.MendingOptionsError
    store = call.open(Need.READ)
    from csat_core.ingest.further.still_out import set_aside

    return {"rows": list(set_aside(store, find_dataset(store, dataset)))}
