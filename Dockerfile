# One image for both services: the Prefect server with its UI, and the Dragoman runner.
FROM python:3.11-slim-bookworm

ENV PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    PIP_NO_CACHE_DIR=1 \
    PIP_DISABLE_PIP_VERSION_CHECK=1

RUN groupadd --gid 10001 dragoman \
 && useradd --uid 10001 --gid dragoman --create-home --home-dir /home/dragoman dragoman \
 && mkdir -p /inbox /data /prefect \
 && chown dragoman:dragoman /inbox /data /prefect

WORKDIR /app
# The lock alone first: what it names changes seldom, and this is the layer that takes minutes.
COPY requirements.lock ./
RUN python -m pip install --no-deps --require-hashes --requirement requirements.lock
COPY pyproject.toml README.md LICENSE ./
COPY schemas ./schemas
COPY transforms ./transforms
COPY warehouse ./warehouse
COPY flows ./flows
# Editable, as `make setup` does: the packages read their data files from beside themselves.
RUN python -m pip install --no-deps --no-build-isolation --editable . \
 && python -m flows.gazetteer

USER dragoman
ENV DRAGOMAN_HOME=/data \
    PREFECT_HOME=/prefect \
    PREFECT_UI_STATIC_DIRECTORY=/prefect/ui
CMD ["dragoman", "serve"]
