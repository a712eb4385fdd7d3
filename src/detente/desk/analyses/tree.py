"""The place where analyses stand in Wagtail, and their review: an analyst sends one in, an editor approves. Made with the database."""

from __future__ import annotations

REVIEW = "Review"


def make_tree() -> None:
    """Make what is missing; what is there stays. Needs the tables of Wagtail and the groups of roles."""
    from wagtail.models import Page, Site

    from detente.desk.analyses.models import Analyses

    home = Analyses.objects.first()
    if home is None:
        Page.objects.filter(depth=2, slug="home", title="Welcome to your new Wagtail site!").delete()
        home = Page.get_first_root_node().add_child(instance=Analyses(title="Analyses", slug="written"))
    Site.objects.update_or_create(is_default_site=True, defaults={"hostname": "localhost", "root_page": home})
    _make_review(home)


def _make_review(home: object) -> None:
    from django.contrib.auth.models import Group
    from wagtail.models import GroupApprovalTask, Workflow, WorkflowPage, WorkflowTask

    from detente.desk.rights import RIGHTS

    if WorkflowPage.objects.filter(page=home).exists():
        return
    WorkflowPage.objects.all().delete()  # Wagtail's own, for groups that the desk does not have
    Workflow.objects.filter(name="Moderators approval").delete()
    GroupApprovalTask.objects.filter(name="Moderators approval").delete()
    task = GroupApprovalTask.objects.create(name="An editor approves", active=True)
    task.groups.set(Group.objects.filter(name__in=[role for role, rights in RIGHTS.items() if "publish" in rights]))
    workflow = Workflow.objects.create(name=REVIEW, active=True)
    WorkflowTask.objects.create(workflow=workflow, task=task)
    WorkflowPage.objects.create(workflow=workflow, page=home)
