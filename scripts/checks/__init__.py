"""What the checks of action.yml, the GitLab jobs, the hooks and the image share."""
