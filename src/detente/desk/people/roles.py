"""Roles as Django's groups, with what Wagtail's admin lets them do. Made with the database; setting a role is `detente user role`."""

from __future__ import annotations

from typing import Any

from detente.desk.rights import RIGHTS, ROLES, Role

# right of the desk -> what it means in Wagtail: (app label, codename) and on all pages
_WAGTAIL = {
    "write": ((("wagtailadmin", "access_admin"), ("wagtailimages", "add_image"), ("wagtailimages", "choose_image")), ("add_page",)),
    "publish": ((("wagtailimages", "change_image"),), ("change_page", "publish_page", "lock_page", "unlock_page")),
}


def make_roles() -> None:
    """Make the groups and give them their permissions in Wagtail; what is there stays. Needs the tables of Wagtail."""
    from django.contrib.auth.models import Group, Permission
    from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

    Group.objects.filter(name__in=("Editors", "Moderators"), user=None).delete()  # Wagtail's own
    root, collection = Page.get_first_root_node(), Collection.get_first_root_node()
    for role in ROLES:
        group, _ = Group.objects.get_or_create(name=role)
        for right, (general, on_pages) in _WAGTAIL.items():
            if right not in RIGHTS[role]:
                continue
            for label, codename in general:
                permission = Permission.objects.get(content_type__app_label=label, codename=codename)
                if label == "wagtailimages":
                    GroupCollectionPermission.objects.get_or_create(group=group, collection=collection, permission=permission)
                else:
                    group.permissions.add(permission)
            for codename in on_pages:
                permission = Permission.objects.get(content_type__app_label="wagtailcore", codename=codename)
                GroupPagePermission.objects.get_or_create(group=group, page=root, permission=permission)


def set_role(user: Any, role: Role) -> None:
    """Put a user into the group of ``role`` and no other role's."""
    from django.contrib.auth.models import Group

    user.groups.remove(*user.groups.filter(name__in=ROLES))
    user.groups.add(Group.objects.get(name=role))
    if hasattr(user, "_desk_role"):
        del user._desk_role


def role_given(user: Any) -> Role | None:
    """The role of a user, of a disabled one too."""
    groups = {group.name for group in user.groups.all()}
    return next((role for role in reversed(ROLES) if role in groups), None)
