"""Shared by the checks of action.yml, the GitLab jobs, the hooks and the image."""
