"""Shared by the checks of action.yml, the GitLab jobs, the hooks, the image and whole applications."""
