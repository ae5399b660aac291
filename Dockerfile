# The app in one container: one process, not root, its data in the volume /data. docs/operations.md says how to run it.
FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1 \
    # inside a container 127.0.0.1 reaches nobody, so people sign in: it does not start without the secrets of compose.yaml
    STREAMLIT_SERVER_ADDRESS=0.0.0.0 \
    CSAT_MODE=server \
    STREAMLIT_SERVER_HEADLESS=true \
    CSAT_DATABASE=/data/csat.duckdb

RUN useradd --uid 10001 --create-home --shell /usr/sbin/nologin csat \
    && install --directory --owner=csat --group=csat --mode=0700 /data

# started here, or .streamlit/config.toml is not found
WORKDIR /srv/csat

# the same list that `make install` installs, before the code: a change of code does not install again
COPY requirements.txt ./
RUN pip install --no-cache-dir -r requirements.txt

COPY .streamlit/config.toml .streamlit/config.toml
COPY app.py ./
COPY csat_core/ csat_core/
COPY pages/ pages/
COPY data/ data/

USER csat
VOLUME /data
EXPOSE 8501

# 503 while the store cannot be used
HEALTHCHECK --interval=30s --timeout=5s --start-period=60s --retries=3 \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://127.0.0.1:8501/healthz', timeout=4)"]

CMD ["streamlit", "run", "app.py"]
