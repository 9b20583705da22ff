"""Running by itself: the Prefect server, the deployments and their schedules, and what the monitoring UI shows."""
