-- migrations: analyses.0001_initial analyses.0002_quote_source api.0001_initial auth.0001_initial auth.0002_alter_permission_name_max_length auth.0003_alter_user_email_max_length auth.0004_alter_user_username_opts auth.0005_alter_user_last_login_null auth.0006_require_contenttypes_0002 auth.0007_alter_validators_add_error_messages auth.0008_alter_user_username_max_length auth.0009_alter_user_last_name_max_length auth.0010_alter_group_name_max_length auth.0011_update_proxy_permissions auth.0012_alter_user_first_name_max_length contenttypes.0001_initial contenttypes.0002_remove_content_type_name people.0001_initial people.0002_trail_append_only people.0003_trail_no_replace sessions.0001_initial subscriptions.0001_initial subscriptions.0002_language taggit.0001_initial taggit.0002_auto_20150616_2121 taggit.0003_taggeditem_add_unique_index taggit.0004_alter_taggeditem_content_type_alter_taggeditem_tag taggit.0005_auto_20220424_2025 taggit.0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx wagtailadmin.0001_create_admin_access_permissions wagtailadmin.0002_admin wagtailadmin.0003_admin_managed wagtailadmin.0004_editingsession wagtailadmin.0005_editingsession_is_editing wagtailadmin.0006_formstate wagtailcore.0001_initial wagtailcore.0001_squashed_0016_change_page_url_path_to_text_field wagtailcore.0002_initial_data wagtailcore.0003_add_uniqueness_constraint_on_group_page_permission wagtailcore.0004_page_locked wagtailcore.0005_add_page_lock_permission_to_moderators wagtailcore.0006_add_lock_page_permission wagtailcore.0007_page_latest_revision_created_at wagtailcore.0008_populate_latest_revision_created_at wagtailcore.0009_remove_auto_now_add_from_pagerevision_created_at wagtailcore.0010_change_page_owner_to_null_on_delete wagtailcore.0011_page_first_published_at wagtailcore.0012_extend_page_slug_field wagtailcore.0013_update_golive_expire_help_text wagtailcore.0014_add_verbose_name wagtailcore.0015_add_more_verbose_names wagtailcore.0016_change_page_url_path_to_text_field wagtailcore.0017_change_edit_page_permission_description wagtailcore.0018_pagerevision_submitted_for_moderation_index wagtailcore.0019_verbose_names_cleanup wagtailcore.0020_add_index_on_page_first_published_at wagtailcore.0021_capitalizeverbose wagtailcore.0022_add_site_name wagtailcore.0023_alter_page_revision_on_delete_behaviour wagtailcore.0024_alter_page_content_type_on_delete_behaviour wagtailcore.0024_collection wagtailcore.0025_collection_initial_data wagtailcore.0026_group_collection_permission wagtailcore.0027_fix_collection_path_collation wagtailcore.0028_merge wagtailcore.0029_unicode_slugfield_dj19 wagtailcore.0030_index_on_pagerevision_created_at wagtailcore.0031_add_page_view_restriction_types wagtailcore.0032_add_bulk_delete_page_permission wagtailcore.0033_remove_golive_expiry_help_text wagtailcore.0034_page_live_revision wagtailcore.0035_page_last_published_at wagtailcore.0036_populate_page_last_published_at wagtailcore.0037_set_page_owner_editable wagtailcore.0038_make_first_published_at_editable wagtailcore.0039_collectionviewrestriction wagtailcore.0040_page_draft_title wagtailcore.0041_group_collection_permissions_verbose_name_plural wagtailcore.0042_index_on_pagerevision_approved_go_live_at wagtailcore.0043_lock_fields wagtailcore.0044_add_unlock_grouppagepermission wagtailcore.0045_assign_unlock_grouppagepermission wagtailcore.0046_site_name_remove_null wagtailcore.0047_add_workflow_models wagtailcore.0048_add_default_workflows wagtailcore.0049_taskstate_finished_by wagtailcore.0050_workflow_rejected_to_needs_changes wagtailcore.0051_taskstate_comment wagtailcore.0052_pagelogentry wagtailcore.0053_locale_model wagtailcore.0054_initial_locale wagtailcore.0055_page_locale_fields wagtailcore.0056_page_locale_fields_populate wagtailcore.0057_page_locale_fields_notnull wagtailcore.0058_page_alias_of wagtailcore.0059_apply_collection_ordering wagtailcore.0060_fix_workflow_unique_constraint wagtailcore.0061_change_promote_tab_helpt_text_and_verbose_names wagtailcore.0062_comment_models_and_pagesubscription wagtailcore.0063_modellogentry wagtailcore.0064_log_timestamp_indexes wagtailcore.0065_log_entry_uuid wagtailcore.0066_collection_management_permissions wagtailcore.0067_alter_pagerevision_content_json wagtailcore.0068_log_entry_empty_object wagtailcore.0069_log_entry_jsonfield wagtailcore.0070_rename_pagerevision_revision wagtailcore.0071_populate_revision_content_type wagtailcore.0072_alter_revision_content_type_notnull wagtailcore.0073_page_latest_revision wagtailcore.0074_revision_object_str wagtailcore.0075_populate_latest_revision_and_revision_object_str wagtailcore.0076_modellogentry_revision wagtailcore.0077_alter_revision_user wagtailcore.0078_referenceindex wagtailcore.0079_rename_taskstate_page_revision wagtailcore.0080_generic_workflowstate wagtailcore.0081_populate_workflowstate_content_type wagtailcore.0082_alter_workflowstate_content_type_notnull wagtailcore.0083_workflowcontenttype wagtailcore.0084_add_default_page_permissions wagtailcore.0085_add_grouppagepermission_permission wagtailcore.0086_populate_grouppagepermission_permission wagtailcore.0087_alter_grouppagepermission_unique_together_and_more wagtailcore.0088_fix_log_entry_json_timestamps wagtailcore.0089_log_entry_data_json_null_to_object wagtailcore.0090_remove_grouppagepermission_permission_type wagtailcore.0091_remove_revision_submitted_for_moderation wagtailcore.0092_alter_collectionviewrestriction_password_and_more wagtailcore.0093_uploadedfile wagtailcore.0094_alter_page_locale wagtailcore.0095_groupsitepermission wagtailcore.0096_referenceindex_referenceindex_source_object_and_more wagtailcore.0097_baselogentry_uuid_action_timestamp_indexes wagtailcore.0098_apitoken wagtaildocs.0001_initial wagtaildocs.0002_initial_data wagtaildocs.0003_add_verbose_names wagtaildocs.0004_capitalizeverbose wagtaildocs.0005_alter_uploaded_by_user_on_delete_action wagtaildocs.0005_document_collection wagtaildocs.0006_copy_document_permissions_to_collections wagtaildocs.0007_merge wagtaildocs.0008_document_file_size wagtaildocs.0009_document_verbose_name_plural wagtaildocs.0010_document_file_hash wagtaildocs.0011_add_choose_permissions wagtaildocs.0012_uploadeddocument wagtaildocs.0013_delete_uploadeddocument wagtaildocs.0014_alter_document_file_size wagtailimages.0001_initial wagtailimages.0001_squashed_0021 wagtailimages.0002_initial_data wagtailimages.0003_fix_focal_point_fields wagtailimages.0004_make_focal_point_key_not_nullable wagtailimages.0005_make_filter_spec_unique wagtailimages.0006_add_verbose_names wagtailimages.0007_image_file_size wagtailimages.0008_image_created_at_index wagtailimages.0009_capitalizeverbose wagtailimages.0010_change_on_delete_behaviour wagtailimages.0011_image_collection wagtailimages.0012_copy_image_permissions_to_collections wagtailimages.0013_make_rendition_upload_callable wagtailimages.0014_add_filter_spec_field wagtailimages.0015_fill_filter_spec_field wagtailimages.0016_deprecate_rendition_filter_relation wagtailimages.0017_reduce_focal_point_key_max_length wagtailimages.0018_remove_rendition_filter wagtailimages.0019_delete_filter wagtailimages.0020_add-verbose-name wagtailimages.0021_image_file_hash wagtailimages.0022_uploadedimage wagtailimages.0023_add_choose_permissions wagtailimages.0024_index_image_file_hash wagtailimages.0025_alter_image_file_alter_rendition_file wagtailimages.0026_delete_uploadedimage wagtailimages.0027_image_description wagtailsearch.0001_initial wagtailsearch.0002_add_verbose_names wagtailsearch.0003_remove_editors_pick wagtailsearch.0004_querydailyhits_verbose_name_plural wagtailsearch.0005_create_indexentry wagtailsearch.0006_customise_indexentry wagtailsearch.0007_delete_editorspick wagtailsearch.0008_remove_query_and_querydailyhits_models wagtailsearch.0009_remove_ngram_autocomplete wagtailsearch.0010_add_text_fields wagtailusers.0001_initial wagtailusers.0002_add_verbose_name_on_userprofile wagtailusers.0003_add_verbose_names wagtailusers.0004_capitalizeverbose wagtailusers.0005_make_related_name_wagtail_specific wagtailusers.0006_userprofile_prefered_language wagtailusers.0007_userprofile_current_time_zone wagtailusers.0008_userprofile_avatar wagtailusers.0009_userprofile_verbose_name_plural wagtailusers.0010_userprofile_updated_comments_notifications wagtailusers.0011_userprofile_dismissibles wagtailusers.0012_userprofile_theme wagtailusers.0013_userprofile_density wagtailusers.0014_userprofile_contrast wagtailusers.0015_userprofile_keyboard_shortcuts
-- written by: python -m detente.desk.schema
SELECT 1
;
CREATE TABLE IF NOT EXISTS "django_migrations" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app" varchar(255) NOT NULL, "name" varchar(255) NOT NULL, "applied" datetime NOT NULL)
;
CREATE TABLE "django_content_type" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "app_label" varchar(100) NOT NULL, "model" varchar(100) NOT NULL)
;
CREATE TABLE "auth_group_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "auth_permission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "codename" varchar(100) NOT NULL, "name" varchar(255) NOT NULL)
;
CREATE TABLE "auth_group" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(150) NOT NULL UNIQUE)
;
CREATE TABLE "people_user" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(128) NOT NULL, "last_login" datetime NULL, "is_superuser" bool NOT NULL, "username" varchar(150) NOT NULL UNIQUE, "first_name" varchar(150) NOT NULL, "last_name" varchar(150) NOT NULL, "email" varchar(254) NOT NULL, "is_staff" bool NOT NULL, "is_active" bool NOT NULL, "date_joined" datetime NOT NULL)
;
CREATE TABLE "people_user_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "people_user_user_permissions" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "people_trailrow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "at" datetime NOT NULL, "user" text NOT NULL, "verb" varchar(40) NOT NULL, "noun" varchar(40) NOT NULL, "key" text NOT NULL, "detail" text NOT NULL CHECK ((JSON_VALID("detail") OR "detail" IS NULL)), "address" text NOT NULL)
;
CREATE TABLE "wagtailcore_collection" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "name" varchar(255) NOT NULL)
;
CREATE TABLE "wagtailcore_groupcollectionpermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailimages_rendition" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "width" integer NOT NULL, "height" integer NOT NULL, "focal_point_key" varchar(16) NOT NULL, "filter_spec" varchar(255) NOT NULL, "image_id" integer NOT NULL REFERENCES "wagtailimages_image" ("id") DEFERRABLE INITIALLY DEFERRED, "file" varchar(100) NOT NULL)
;
CREATE TABLE "wagtailimages_image" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "width" integer NOT NULL, "height" integer NOT NULL, "created_at" datetime NOT NULL, "focal_point_x" integer unsigned NULL CHECK ("focal_point_x" >= 0), "focal_point_y" integer unsigned NULL CHECK ("focal_point_y" >= 0), "focal_point_width" integer unsigned NULL CHECK ("focal_point_width" >= 0), "focal_point_height" integer unsigned NULL CHECK ("focal_point_height" >= 0), "uploaded_by_user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "file_size" integer unsigned NULL CHECK ("file_size" >= 0), "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "description" varchar(255) NOT NULL)
;
CREATE TABLE "wagtailcore_pageviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "pageviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_pageviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_pageviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "password" varchar(255) NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "restriction_type" varchar(20) NOT NULL)
;
CREATE TABLE "wagtailcore_collectionviewrestriction" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "restriction_type" varchar(20) NOT NULL, "password" varchar(255) NOT NULL, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_collectionviewrestriction_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "collectionviewrestriction_id" integer NOT NULL REFERENCES "wagtailcore_collectionviewrestriction" ("id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_site" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "hostname" varchar(255) NOT NULL, "port" integer NOT NULL, "is_default_site" bool NOT NULL, "root_page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "site_name" varchar(255) NOT NULL)
;
CREATE TABLE "wagtailcore_task" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_workflow" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "active" bool NOT NULL)
;
CREATE TABLE "wagtailcore_groupapprovaltask" ("task_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_workflowpage" ("page_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_workflowtask" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "sort_order" integer NULL, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_groupapprovaltask_groups" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "groupapprovaltask_id" integer NOT NULL REFERENCES "wagtailcore_groupapprovaltask" ("task_ptr_id") DEFERRABLE INITIALLY DEFERRED, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_locale" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "language_code" varchar(100) NOT NULL UNIQUE)
;
CREATE TABLE "wagtailcore_page" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "path" varchar(255) NOT NULL UNIQUE, "depth" integer unsigned NOT NULL CHECK ("depth" >= 0), "numchild" integer unsigned NOT NULL CHECK ("numchild" >= 0), "title" varchar(255) NOT NULL, "slug" varchar(255) NOT NULL, "live" bool NOT NULL, "has_unpublished_changes" bool NOT NULL, "url_path" text NOT NULL, "seo_title" varchar(255) NOT NULL, "show_in_menus" bool NOT NULL, "search_description" text NOT NULL, "go_live_at" datetime NULL, "expire_at" datetime NULL, "expired" bool NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "owner_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locked" bool NOT NULL, "latest_revision_created_at" datetime NULL, "first_published_at" datetime NULL, "live_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "last_published_at" datetime NULL, "draft_title" varchar(255) NOT NULL, "locked_at" datetime NULL, "locked_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "locale_id" integer NOT NULL REFERENCES "wagtailcore_locale" ("id") DEFERRABLE INITIALLY DEFERRED, "translation_key" char(32) NOT NULL, "alias_of_id" integer NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "latest_revision_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_commentreply" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "comment_id" integer NOT NULL REFERENCES "wagtailcore_comment" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_pagesubscription" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "comment_notifications" bool NOT NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_comment" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "text" text NOT NULL, "contentpath" text NOT NULL, "position" text NOT NULL, "created_at" datetime NOT NULL, "updated_at" datetime NOT NULL, "resolved_at" datetime NULL, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "resolved_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "revision_created_id" integer NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_referenceindex" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "to_object_id" varchar(255) NOT NULL, "model_path" text NOT NULL, "content_path" text NOT NULL, "content_path_hash" char(32) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "to_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_taskstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "started_at" datetime NOT NULL, "finished_at" datetime NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "task_id" integer NOT NULL REFERENCES "wagtailcore_task" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_state_id" integer NOT NULL REFERENCES "wagtailcore_workflowstate" ("id") DEFERRABLE INITIALLY DEFERRED, "finished_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "comment" text NOT NULL, "revision_id" integer NOT NULL REFERENCES "wagtailcore_revision" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_workflowstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "status" varchar(50) NOT NULL, "created_at" datetime NOT NULL, "current_task_state_id" integer NULL UNIQUE REFERENCES "wagtailcore_taskstate" ("id") DEFERRABLE INITIALLY DEFERRED, "requested_by_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED, "object_id" varchar(255) NOT NULL, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_workflowcontenttype" ("content_type_id" integer NOT NULL PRIMARY KEY REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "workflow_id" integer NOT NULL REFERENCES "wagtailcore_workflow" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_modellogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "object_id" varchar(255) NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NULL, "uuid" char(32) NULL, "revision_id" integer NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)))
;
CREATE TABLE "wagtailcore_pagelogentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" text NOT NULL, "action" varchar(255) NOT NULL, "timestamp" datetime NOT NULL, "content_changed" bool NOT NULL, "deleted" bool NOT NULL, "content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL, "revision_id" integer NULL, "user_id" bigint NULL, "uuid" char(32) NULL, "data" text NOT NULL CHECK ((JSON_VALID("data") OR "data" IS NULL)))
;
CREATE TABLE "wagtailcore_grouppagepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "page_id" integer NOT NULL REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "unique_permission" UNIQUE ("group_id", "page_id", "permission_id"))
;
CREATE TABLE "wagtailcore_revision" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "created_at" datetime NOT NULL, "approved_go_live_at" datetime NULL, "user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "content" text NOT NULL CHECK ((JSON_VALID("content") OR "content" IS NULL)), "object_id" varchar(255) NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "base_content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "object_str" text NOT NULL)
;
CREATE TABLE "wagtailcore_uploadedfile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "file" varchar(200) NOT NULL, "for_content_type_id" integer NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "uploaded_by_user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_groupsitepermission" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "group_id" integer NOT NULL REFERENCES "auth_group" ("id") DEFERRABLE INITIALLY DEFERRED, "permission_id" integer NOT NULL REFERENCES "auth_permission" ("id") DEFERRABLE INITIALLY DEFERRED, "site_id" integer NOT NULL REFERENCES "wagtailcore_site" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtailcore_apitoken" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(255) NOT NULL, "key_hash" varchar(64) NOT NULL UNIQUE, "prefix" varchar(16) NOT NULL, "created" datetime NOT NULL, "revoked_at" datetime NULL, "last_used_at" datetime NULL, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "analyses_analyses" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "analyses_analysis" ("page_ptr_id" integer NOT NULL PRIMARY KEY REFERENCES "wagtailcore_page" ("id") DEFERRABLE INITIALLY DEFERRED, "category" varchar(200) NOT NULL, "as_of" date NULL, "byline" varchar(120) NOT NULL, "photo_alt" varchar(300) NOT NULL, "photo_credit" varchar(160) NOT NULL, "photo_id" integer NULL REFERENCES "wagtailimages_image" ("id") DEFERRABLE INITIALLY DEFERRED, "body" text NOT NULL CHECK ((JSON_VALID("body") OR "body" IS NULL)))
;
CREATE TABLE "api_token" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "label" varchar(100) NOT NULL, "begins" varchar(16) NOT NULL, "digest" varchar(64) NOT NULL UNIQUE, "made_at" datetime NOT NULL, "last_used" datetime NULL, "revoked" datetime NULL, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "django_session" ("session_key" varchar(40) NOT NULL PRIMARY KEY, "session_data" text NOT NULL, "expire_date" datetime NOT NULL)
;
CREATE TABLE "subscriptions_seen" ("key" varchar(64) NOT NULL PRIMARY KEY, "at" datetime NOT NULL)
;
CREATE TABLE "subscriptions_asked" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "kind" varchar(8) NOT NULL, "digest" varchar(64) NOT NULL, "at" datetime NOT NULL)
;
CREATE TABLE "subscriptions_issue" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "period" varchar(10) NOT NULL, "state" varchar(8) NOT NULL, "at" datetime NOT NULL, "attempts" smallint unsigned NOT NULL CHECK ("attempts" >= 0), "subscriber_id" bigint NOT NULL REFERENCES "subscriptions_subscriber" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "one_issue_a_period" UNIQUE ("subscriber_id", "period"))
;
CREATE TABLE "subscriptions_subscriber" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "address" varchar(254) NOT NULL UNIQUE, "key" varchar(64) NOT NULL UNIQUE, "rhythm" varchar(8) NOT NULL, "topics" text NOT NULL CHECK ((JSON_VALID("topics") OR "topics" IS NULL)), "confirmed" datetime NOT NULL, "told_through" datetime NOT NULL, "period" varchar(10) NOT NULL, "refusals" smallint unsigned NOT NULL CHECK ("refusals" >= 0), "language" varchar(16) NOT NULL)
;
CREATE TABLE "taggit_taggeditem" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" integer NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "tag_id" integer NOT NULL REFERENCES "taggit_tag" ("id") DEFERRABLE INITIALLY DEFERRED, CONSTRAINT "taggit_taggeditem_content_type_id_object_id_tag_id_4bb97a8e_uniq" UNIQUE ("content_type_id", "object_id", "tag_id"))
;
CREATE TABLE "taggit_tag" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "name" varchar(100) NOT NULL UNIQUE, "slug" varchar(100) NOT NULL UNIQUE)
;
CREATE TABLE "wagtailadmin_admin" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT)
;
CREATE TABLE "wagtailadmin_editingsession" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(255) NOT NULL, "last_seen_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "is_editing" bool NOT NULL)
;
CREATE TABLE "wagtailadmin_formstate" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "data" text NOT NULL, "object_id" varchar(255) NOT NULL, "parent_object_id" varchar(255) NOT NULL, "last_updated_at" datetime NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "user_id" bigint NOT NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED)
;
CREATE TABLE "wagtaildocs_document" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "title" varchar(255) NOT NULL, "file" varchar(100) NOT NULL, "created_at" datetime NOT NULL, "uploaded_by_user_id" bigint NULL REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "collection_id" integer NOT NULL REFERENCES "wagtailcore_collection" ("id") DEFERRABLE INITIALLY DEFERRED, "file_hash" varchar(40) NOT NULL, "file_size" bigint unsigned NULL CHECK ("file_size" >= 0))
;
CREATE TABLE "wagtailsearch_indexentry" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "object_id" varchar(50) NOT NULL, "title_norm" real NOT NULL, "content_type_id" integer NOT NULL REFERENCES "django_content_type" ("id") DEFERRABLE INITIALLY DEFERRED, "autocomplete" text NULL, "body" text NULL, "title" text NOT NULL)
;
CREATE VIRTUAL TABLE wagtailsearch_indexentry_fts USING fts5(autocomplete, body, title)
;
CREATE TABLE "wagtailusers_userprofile" ("id" integer NOT NULL PRIMARY KEY AUTOINCREMENT, "submitted_notifications" bool NOT NULL, "approved_notifications" bool NOT NULL, "rejected_notifications" bool NOT NULL, "user_id" bigint NOT NULL UNIQUE REFERENCES "people_user" ("id") DEFERRABLE INITIALLY DEFERRED, "preferred_language" varchar(10) NOT NULL, "current_time_zone" varchar(40) NOT NULL, "avatar" varchar(100) NOT NULL, "updated_comments_notifications" bool NOT NULL, "dismissibles" text NOT NULL CHECK ((JSON_VALID("dismissibles") OR "dismissibles" IS NULL)), "theme" varchar(40) NOT NULL, "density" varchar(40) NOT NULL, "contrast" varchar(40) NOT NULL, "keyboard_shortcuts" bool NOT NULL)
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('analyses', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('analyses', '0002_quote_source', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('api', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0002_alter_permission_name_max_length', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0003_alter_user_email_max_length', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0004_alter_user_username_opts', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0005_alter_user_last_login_null', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0006_require_contenttypes_0002', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0007_alter_validators_add_error_messages', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0008_alter_user_username_max_length', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0009_alter_user_last_name_max_length', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0010_alter_group_name_max_length', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0011_update_proxy_permissions', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('auth', '0012_alter_user_first_name_max_length', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('contenttypes', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('contenttypes', '0002_remove_content_type_name', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('people', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('people', '0002_trail_append_only', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('people', '0003_trail_no_replace', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('sessions', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('subscriptions', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('subscriptions', '0002_language', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('taggit', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('taggit', '0002_auto_20150616_2121', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('taggit', '0003_taggeditem_add_unique_index', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('taggit', '0004_alter_taggeditem_content_type_alter_taggeditem_tag', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('taggit', '0005_auto_20220424_2025', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('taggit', '0006_rename_taggeditem_content_type_object_id_taggit_tagg_content_8fc721_idx', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailadmin', '0001_create_admin_access_permissions', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailadmin', '0002_admin', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailadmin', '0003_admin_managed', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailadmin', '0004_editingsession', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailadmin', '0005_editingsession_is_editing', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailadmin', '0006_formstate', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0001_squashed_0016_change_page_url_path_to_text_field', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0002_initial_data', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0003_add_uniqueness_constraint_on_group_page_permission', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0004_page_locked', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0005_add_page_lock_permission_to_moderators', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0006_add_lock_page_permission', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0007_page_latest_revision_created_at', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0008_populate_latest_revision_created_at', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0009_remove_auto_now_add_from_pagerevision_created_at', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0010_change_page_owner_to_null_on_delete', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0011_page_first_published_at', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0012_extend_page_slug_field', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0013_update_golive_expire_help_text', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0014_add_verbose_name', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0015_add_more_verbose_names', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0016_change_page_url_path_to_text_field', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0017_change_edit_page_permission_description', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0018_pagerevision_submitted_for_moderation_index', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0019_verbose_names_cleanup', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0020_add_index_on_page_first_published_at', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0021_capitalizeverbose', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0022_add_site_name', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0023_alter_page_revision_on_delete_behaviour', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0024_alter_page_content_type_on_delete_behaviour', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0024_collection', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0025_collection_initial_data', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0026_group_collection_permission', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0027_fix_collection_path_collation', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0028_merge', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0029_unicode_slugfield_dj19', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0030_index_on_pagerevision_created_at', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0031_add_page_view_restriction_types', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0032_add_bulk_delete_page_permission', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0033_remove_golive_expiry_help_text', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0034_page_live_revision', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0035_page_last_published_at', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0036_populate_page_last_published_at', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0037_set_page_owner_editable', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0038_make_first_published_at_editable', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0039_collectionviewrestriction', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0040_page_draft_title', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0041_group_collection_permissions_verbose_name_plural', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0042_index_on_pagerevision_approved_go_live_at', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0043_lock_fields', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0044_add_unlock_grouppagepermission', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0045_assign_unlock_grouppagepermission', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0046_site_name_remove_null', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0047_add_workflow_models', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0048_add_default_workflows', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0049_taskstate_finished_by', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0050_workflow_rejected_to_needs_changes', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0051_taskstate_comment', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0052_pagelogentry', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0053_locale_model', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0054_initial_locale', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0055_page_locale_fields', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0056_page_locale_fields_populate', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0057_page_locale_fields_notnull', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0058_page_alias_of', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0059_apply_collection_ordering', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0060_fix_workflow_unique_constraint', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0061_change_promote_tab_helpt_text_and_verbose_names', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0062_comment_models_and_pagesubscription', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0063_modellogentry', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0064_log_timestamp_indexes', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0065_log_entry_uuid', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0066_collection_management_permissions', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0067_alter_pagerevision_content_json', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0068_log_entry_empty_object', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0069_log_entry_jsonfield', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0070_rename_pagerevision_revision', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0071_populate_revision_content_type', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0072_alter_revision_content_type_notnull', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0073_page_latest_revision', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0074_revision_object_str', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0075_populate_latest_revision_and_revision_object_str', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0076_modellogentry_revision', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0077_alter_revision_user', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0078_referenceindex', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0079_rename_taskstate_page_revision', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0080_generic_workflowstate', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0081_populate_workflowstate_content_type', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0082_alter_workflowstate_content_type_notnull', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0083_workflowcontenttype', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0084_add_default_page_permissions', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0085_add_grouppagepermission_permission', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0086_populate_grouppagepermission_permission', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0087_alter_grouppagepermission_unique_together_and_more', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0088_fix_log_entry_json_timestamps', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0089_log_entry_data_json_null_to_object', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0090_remove_grouppagepermission_permission_type', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0091_remove_revision_submitted_for_moderation', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0092_alter_collectionviewrestriction_password_and_more', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0093_uploadedfile', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0094_alter_page_locale', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0095_groupsitepermission', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0096_referenceindex_referenceindex_source_object_and_more', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0097_baselogentry_uuid_action_timestamp_indexes', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailcore', '0098_apitoken', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0002_initial_data', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0003_add_verbose_names', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0004_capitalizeverbose', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0005_alter_uploaded_by_user_on_delete_action', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0005_document_collection', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0006_copy_document_permissions_to_collections', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0007_merge', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0008_document_file_size', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0009_document_verbose_name_plural', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0010_document_file_hash', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0011_add_choose_permissions', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0012_uploadeddocument', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0013_delete_uploadeddocument', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtaildocs', '0014_alter_document_file_size', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0001_squashed_0021', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0002_initial_data', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0003_fix_focal_point_fields', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0004_make_focal_point_key_not_nullable', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0005_make_filter_spec_unique', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0006_add_verbose_names', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0007_image_file_size', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0008_image_created_at_index', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0009_capitalizeverbose', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0010_change_on_delete_behaviour', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0011_image_collection', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0012_copy_image_permissions_to_collections', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0013_make_rendition_upload_callable', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0014_add_filter_spec_field', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0015_fill_filter_spec_field', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0016_deprecate_rendition_filter_relation', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0017_reduce_focal_point_key_max_length', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0018_remove_rendition_filter', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0019_delete_filter', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0020_add-verbose-name', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0021_image_file_hash', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0022_uploadedimage', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0023_add_choose_permissions', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0024_index_image_file_hash', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0025_alter_image_file_alter_rendition_file', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0026_delete_uploadedimage', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailimages', '0027_image_description', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0002_add_verbose_names', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0003_remove_editors_pick', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0004_querydailyhits_verbose_name_plural', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0005_create_indexentry', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0006_customise_indexentry', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0007_delete_editorspick', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0008_remove_query_and_querydailyhits_models', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0009_remove_ngram_autocomplete', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailsearch', '0010_add_text_fields', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0001_initial', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0002_add_verbose_name_on_userprofile', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0003_add_verbose_names', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0004_capitalizeverbose', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0005_make_related_name_wagtail_specific', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0006_userprofile_prefered_language', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0007_userprofile_current_time_zone', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0008_userprofile_avatar', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0009_userprofile_verbose_name_plural', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0010_userprofile_updated_comments_notifications', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0011_userprofile_dismissibles', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0012_userprofile_theme', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0013_userprofile_density', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0014_userprofile_contrast', '2026-01-01 00:00:00')
;
INSERT INTO "django_migrations" ("app", "name", "applied") VALUES ('wagtailusers', '0015_userprofile_keyboard_shortcuts', '2026-01-01 00:00:00')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (1, 'wagtailcore', 'page')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (2, 'wagtailimages', 'image')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (3, 'wagtailadmin', 'admin')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (4, 'wagtailcore', 'groupapprovaltask')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (5, 'wagtailcore', 'locale')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (6, 'wagtailcore', 'site')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (7, 'wagtailcore', 'groupsitepermission')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (8, 'wagtailcore', 'apitoken')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (9, 'wagtailcore', 'modellogentry')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (10, 'wagtailcore', 'revision')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (11, 'wagtailcore', 'collectionviewrestriction')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (12, 'wagtailcore', 'collection')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (13, 'wagtailcore', 'groupcollectionpermission')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (14, 'wagtailcore', 'uploadedfile')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (15, 'wagtailcore', 'workflowcontenttype')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (16, 'wagtailcore', 'workflowstate')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (17, 'wagtailcore', 'workflow')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (18, 'wagtailcore', 'workflowtask')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (19, 'wagtailcore', 'task')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (20, 'wagtailcore', 'taskstate')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (21, 'wagtailcore', 'grouppagepermission')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (22, 'wagtailcore', 'pageviewrestriction')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (23, 'wagtailcore', 'workflowpage')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (24, 'wagtailcore', 'pagelogentry')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (25, 'wagtailcore', 'comment')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (26, 'wagtailcore', 'commentreply')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (27, 'wagtailcore', 'pagesubscription')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (28, 'wagtailcore', 'referenceindex')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (29, 'wagtaildocs', 'document')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (30, 'record', 'analysis')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (31, 'record', 'article')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (32, 'record', 'assessment')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (33, 'record', 'fact')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (34, 'record', 'forecast')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (35, 'record', 'forecastentry')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (36, 'record', 'override')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (37, 'record', 'publishedstatus')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (38, 'record', 'sourcefile')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (39, 'record', 'correction')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (40, 'record', 'event')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (41, 'record', 'machinestatus')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (42, 'record', 'series')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (43, 'record', 'articlesource')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (44, 'record', 'coding')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (45, 'record', 'importedtable')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (46, 'record', 'overridewithdrawal')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (47, 'record', 'forecastresolution')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (48, 'record', 'review')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (49, 'record', 'citedstatus')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (50, 'record', 'searchdocument')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (51, 'record', 'searchtext')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (52, 'people', 'user')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (53, 'people', 'trailrow')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (54, 'analyses', 'analyses')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (55, 'analyses', 'analysis')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (56, 'subscriptions', 'seen')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (57, 'subscriptions', 'subscriber')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (58, 'subscriptions', 'asked')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (59, 'subscriptions', 'issue')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (60, 'api', 'token')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (61, 'wagtailusers', 'userprofile')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (62, 'wagtailimages', 'rendition')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (63, 'wagtailsearch', 'indexentry')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (64, 'wagtailsearch', 'sqliteftsindexentry')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (65, 'wagtailadmin', 'editingsession')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (66, 'wagtailadmin', 'formstate')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (67, 'taggit', 'tag')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (68, 'taggit', 'taggeditem')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (69, 'auth', 'permission')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (70, 'auth', 'group')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (71, 'contenttypes', 'contenttype')
;
INSERT INTO "django_content_type" ("id", "app_label", "model") VALUES (72, 'sessions', 'session')
;
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (19, 4, 4)
;
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (20, 5, 4)
;
INSERT INTO "auth_group_permissions" ("id", "group_id", "permission_id") VALUES (21, 6, 4)
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (1, 2, 'add_image', 'Can add image')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (2, 2, 'change_image', 'Can change image')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (3, 2, 'delete_image', 'Can delete image')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (4, 3, 'access_admin', 'Can access Wagtail admin')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (5, 2, 'choose_image', 'Can choose image')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (6, 5, 'add_locale', 'Can add locale')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (7, 5, 'change_locale', 'Can change locale')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (8, 5, 'delete_locale', 'Can delete locale')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (9, 5, 'view_locale', 'Can view locale')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (10, 6, 'add_site', 'Can add site')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (11, 6, 'change_site', 'Can change site')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (12, 6, 'delete_site', 'Can delete site')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (13, 6, 'view_site', 'Can view site')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (14, 7, 'add_groupsitepermission', 'Can add group site permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (15, 7, 'change_groupsitepermission', 'Can change group site permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (16, 7, 'delete_groupsitepermission', 'Can delete group site permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (17, 7, 'view_groupsitepermission', 'Can view group site permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (18, 8, 'add_apitoken', 'Can add API token')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (19, 8, 'change_apitoken', 'Can change API token')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (20, 8, 'delete_apitoken', 'Can delete API token')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (21, 8, 'view_apitoken', 'Can view API token')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (22, 9, 'add_modellogentry', 'Can add model log entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (23, 9, 'change_modellogentry', 'Can change model log entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (24, 9, 'delete_modellogentry', 'Can delete model log entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (25, 9, 'view_modellogentry', 'Can view model log entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (26, 10, 'add_revision', 'Can add revision')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (27, 10, 'change_revision', 'Can change revision')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (28, 10, 'delete_revision', 'Can delete revision')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (29, 10, 'view_revision', 'Can view revision')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (30, 11, 'add_collectionviewrestriction', 'Can add collection view restriction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (31, 11, 'change_collectionviewrestriction', 'Can change collection view restriction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (32, 11, 'delete_collectionviewrestriction', 'Can delete collection view restriction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (33, 11, 'view_collectionviewrestriction', 'Can view collection view restriction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (34, 12, 'add_collection', 'Can add collection')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (35, 12, 'change_collection', 'Can change collection')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (36, 12, 'delete_collection', 'Can delete collection')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (37, 12, 'view_collection', 'Can view collection')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (38, 13, 'add_groupcollectionpermission', 'Can add group collection permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (39, 13, 'change_groupcollectionpermission', 'Can change group collection permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (40, 13, 'delete_groupcollectionpermission', 'Can delete group collection permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (41, 13, 'view_groupcollectionpermission', 'Can view group collection permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (42, 14, 'add_uploadedfile', 'Can add uploaded file')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (43, 14, 'change_uploadedfile', 'Can change uploaded file')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (44, 14, 'delete_uploadedfile', 'Can delete uploaded file')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (45, 14, 'view_uploadedfile', 'Can view uploaded file')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (46, 15, 'add_workflowcontenttype', 'Can add workflow content type')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (47, 15, 'change_workflowcontenttype', 'Can change workflow content type')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (48, 15, 'delete_workflowcontenttype', 'Can delete workflow content type')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (49, 15, 'view_workflowcontenttype', 'Can view workflow content type')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (50, 16, 'add_workflowstate', 'Can add Workflow state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (51, 16, 'change_workflowstate', 'Can change Workflow state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (52, 16, 'delete_workflowstate', 'Can delete Workflow state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (53, 16, 'view_workflowstate', 'Can view Workflow state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (54, 17, 'add_workflow', 'Can add workflow')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (55, 17, 'change_workflow', 'Can change workflow')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (56, 17, 'delete_workflow', 'Can delete workflow')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (57, 17, 'view_workflow', 'Can view workflow')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (58, 18, 'add_workflowtask', 'Can add workflow task order')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (59, 18, 'change_workflowtask', 'Can change workflow task order')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (60, 18, 'delete_workflowtask', 'Can delete workflow task order')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (61, 18, 'view_workflowtask', 'Can view workflow task order')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (62, 19, 'add_task', 'Can add task')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (63, 19, 'change_task', 'Can change task')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (64, 19, 'delete_task', 'Can delete task')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (65, 19, 'view_task', 'Can view task')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (66, 4, 'add_groupapprovaltask', 'Can add Group approval task')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (67, 4, 'change_groupapprovaltask', 'Can change Group approval task')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (68, 4, 'delete_groupapprovaltask', 'Can delete Group approval task')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (69, 4, 'view_groupapprovaltask', 'Can view Group approval task')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (70, 20, 'add_taskstate', 'Can add Task state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (71, 20, 'change_taskstate', 'Can change Task state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (72, 20, 'delete_taskstate', 'Can delete Task state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (73, 20, 'view_taskstate', 'Can view Task state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (74, 1, 'add_page', 'Can add page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (75, 1, 'change_page', 'Can change page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (76, 1, 'delete_page', 'Can delete page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (77, 1, 'view_page', 'Can view page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (78, 1, 'bulk_delete_page', 'Delete pages with children')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (79, 1, 'lock_page', 'Lock/unlock pages you''ve locked')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (80, 1, 'publish_page', 'Publish any page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (81, 1, 'unlock_page', 'Unlock any page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (82, 21, 'add_grouppagepermission', 'Can add group page permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (83, 21, 'change_grouppagepermission', 'Can change group page permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (84, 21, 'delete_grouppagepermission', 'Can delete group page permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (85, 21, 'view_grouppagepermission', 'Can view group page permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (86, 22, 'add_pageviewrestriction', 'Can add page view restriction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (87, 22, 'change_pageviewrestriction', 'Can change page view restriction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (88, 22, 'delete_pageviewrestriction', 'Can delete page view restriction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (89, 22, 'view_pageviewrestriction', 'Can view page view restriction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (90, 23, 'add_workflowpage', 'Can add workflow page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (91, 23, 'change_workflowpage', 'Can change workflow page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (92, 23, 'delete_workflowpage', 'Can delete workflow page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (93, 23, 'view_workflowpage', 'Can view workflow page')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (94, 24, 'add_pagelogentry', 'Can add page log entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (95, 24, 'change_pagelogentry', 'Can change page log entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (96, 24, 'delete_pagelogentry', 'Can delete page log entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (97, 24, 'view_pagelogentry', 'Can view page log entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (98, 25, 'add_comment', 'Can add comment')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (99, 25, 'change_comment', 'Can change comment')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (100, 25, 'delete_comment', 'Can delete comment')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (101, 25, 'view_comment', 'Can view comment')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (102, 26, 'add_commentreply', 'Can add comment reply')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (103, 26, 'change_commentreply', 'Can change comment reply')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (104, 26, 'delete_commentreply', 'Can delete comment reply')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (105, 26, 'view_commentreply', 'Can view comment reply')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (106, 27, 'add_pagesubscription', 'Can add page subscription')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (107, 27, 'change_pagesubscription', 'Can change page subscription')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (108, 27, 'delete_pagesubscription', 'Can delete page subscription')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (109, 27, 'view_pagesubscription', 'Can view page subscription')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (110, 28, 'add_referenceindex', 'Can add reference index')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (111, 28, 'change_referenceindex', 'Can change reference index')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (112, 28, 'delete_referenceindex', 'Can delete reference index')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (113, 28, 'view_referenceindex', 'Can view reference index')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (114, 29, 'add_document', 'Can add document')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (115, 29, 'change_document', 'Can change document')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (116, 29, 'delete_document', 'Can delete document')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (117, 29, 'choose_document', 'Can choose document')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (118, 30, 'add_analysis', 'Can add analysis')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (119, 30, 'change_analysis', 'Can change analysis')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (120, 30, 'delete_analysis', 'Can delete analysis')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (121, 30, 'view_analysis', 'Can view analysis')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (122, 31, 'add_article', 'Can add article')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (123, 31, 'change_article', 'Can change article')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (124, 31, 'delete_article', 'Can delete article')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (125, 31, 'view_article', 'Can view article')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (126, 32, 'add_assessment', 'Can add assessment')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (127, 32, 'change_assessment', 'Can change assessment')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (128, 32, 'delete_assessment', 'Can delete assessment')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (129, 32, 'view_assessment', 'Can view assessment')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (130, 33, 'add_fact', 'Can add fact')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (131, 33, 'change_fact', 'Can change fact')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (132, 33, 'delete_fact', 'Can delete fact')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (133, 33, 'view_fact', 'Can view fact')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (134, 34, 'add_forecast', 'Can add forecast')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (135, 34, 'change_forecast', 'Can change forecast')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (136, 34, 'delete_forecast', 'Can delete forecast')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (137, 34, 'view_forecast', 'Can view forecast')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (138, 35, 'add_forecastentry', 'Can add forecast entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (139, 35, 'change_forecastentry', 'Can change forecast entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (140, 35, 'delete_forecastentry', 'Can delete forecast entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (141, 35, 'view_forecastentry', 'Can view forecast entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (142, 36, 'add_override', 'Can add override')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (143, 36, 'change_override', 'Can change override')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (144, 36, 'delete_override', 'Can delete override')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (145, 36, 'view_override', 'Can view override')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (146, 37, 'add_publishedstatus', 'Can add published status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (147, 37, 'change_publishedstatus', 'Can change published status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (148, 37, 'delete_publishedstatus', 'Can delete published status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (149, 37, 'view_publishedstatus', 'Can view published status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (150, 38, 'add_sourcefile', 'Can add source file')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (151, 38, 'change_sourcefile', 'Can change source file')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (152, 38, 'delete_sourcefile', 'Can delete source file')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (153, 38, 'view_sourcefile', 'Can view source file')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (154, 39, 'add_correction', 'Can add correction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (155, 39, 'change_correction', 'Can change correction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (156, 39, 'delete_correction', 'Can delete correction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (157, 39, 'view_correction', 'Can view correction')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (158, 40, 'add_event', 'Can add event')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (159, 40, 'change_event', 'Can change event')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (160, 40, 'delete_event', 'Can delete event')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (161, 40, 'view_event', 'Can view event')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (162, 41, 'add_machinestatus', 'Can add machine status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (163, 41, 'change_machinestatus', 'Can change machine status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (164, 41, 'delete_machinestatus', 'Can delete machine status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (165, 41, 'view_machinestatus', 'Can view machine status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (166, 42, 'add_series', 'Can add series')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (167, 42, 'change_series', 'Can change series')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (168, 42, 'delete_series', 'Can delete series')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (169, 42, 'view_series', 'Can view series')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (170, 43, 'add_articlesource', 'Can add article source')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (171, 43, 'change_articlesource', 'Can change article source')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (172, 43, 'delete_articlesource', 'Can delete article source')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (173, 43, 'view_articlesource', 'Can view article source')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (174, 44, 'add_coding', 'Can add coding')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (175, 44, 'change_coding', 'Can change coding')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (176, 44, 'delete_coding', 'Can delete coding')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (177, 44, 'view_coding', 'Can view coding')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (178, 45, 'add_importedtable', 'Can add imported table')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (179, 45, 'change_importedtable', 'Can change imported table')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (180, 45, 'delete_importedtable', 'Can delete imported table')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (181, 45, 'view_importedtable', 'Can view imported table')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (182, 46, 'add_overridewithdrawal', 'Can add override withdrawal')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (183, 46, 'change_overridewithdrawal', 'Can change override withdrawal')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (184, 46, 'delete_overridewithdrawal', 'Can delete override withdrawal')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (185, 46, 'view_overridewithdrawal', 'Can view override withdrawal')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (186, 47, 'add_forecastresolution', 'Can add forecast resolution')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (187, 47, 'change_forecastresolution', 'Can change forecast resolution')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (188, 47, 'delete_forecastresolution', 'Can delete forecast resolution')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (189, 47, 'view_forecastresolution', 'Can view forecast resolution')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (190, 48, 'add_review', 'Can add review')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (191, 48, 'change_review', 'Can change review')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (192, 48, 'delete_review', 'Can delete review')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (193, 48, 'view_review', 'Can view review')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (194, 49, 'add_citedstatus', 'Can add cited status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (195, 49, 'change_citedstatus', 'Can change cited status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (196, 49, 'delete_citedstatus', 'Can delete cited status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (197, 49, 'view_citedstatus', 'Can view cited status')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (198, 50, 'add_searchdocument', 'Can add search document')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (199, 50, 'change_searchdocument', 'Can change search document')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (200, 50, 'delete_searchdocument', 'Can delete search document')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (201, 50, 'view_searchdocument', 'Can view search document')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (202, 51, 'add_searchtext', 'Can add search text')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (203, 51, 'change_searchtext', 'Can change search text')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (204, 51, 'delete_searchtext', 'Can delete search text')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (205, 51, 'view_searchtext', 'Can view search text')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (206, 52, 'add_user', 'Can add user')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (207, 52, 'change_user', 'Can change user')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (208, 52, 'delete_user', 'Can delete user')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (209, 52, 'view_user', 'Can view user')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (210, 53, 'add_trailrow', 'Can add trail row')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (211, 53, 'change_trailrow', 'Can change trail row')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (212, 53, 'delete_trailrow', 'Can delete trail row')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (213, 53, 'view_trailrow', 'Can view trail row')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (214, 54, 'add_analyses', 'Can add analyses')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (215, 54, 'change_analyses', 'Can change analyses')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (216, 54, 'delete_analyses', 'Can delete analyses')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (217, 54, 'view_analyses', 'Can view analyses')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (218, 55, 'add_analysis', 'Can add analysis')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (219, 55, 'change_analysis', 'Can change analysis')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (220, 55, 'delete_analysis', 'Can delete analysis')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (221, 55, 'view_analysis', 'Can view analysis')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (222, 56, 'add_seen', 'Can add seen')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (223, 56, 'change_seen', 'Can change seen')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (224, 56, 'delete_seen', 'Can delete seen')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (225, 56, 'view_seen', 'Can view seen')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (226, 57, 'add_subscriber', 'Can add subscriber')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (227, 57, 'change_subscriber', 'Can change subscriber')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (228, 57, 'delete_subscriber', 'Can delete subscriber')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (229, 57, 'view_subscriber', 'Can view subscriber')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (230, 58, 'add_asked', 'Can add asked')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (231, 58, 'change_asked', 'Can change asked')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (232, 58, 'delete_asked', 'Can delete asked')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (233, 58, 'view_asked', 'Can view asked')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (234, 59, 'add_issue', 'Can add issue')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (235, 59, 'change_issue', 'Can change issue')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (236, 59, 'delete_issue', 'Can delete issue')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (237, 59, 'view_issue', 'Can view issue')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (238, 60, 'add_token', 'Can add token')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (239, 60, 'change_token', 'Can change token')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (240, 60, 'delete_token', 'Can delete token')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (241, 60, 'view_token', 'Can view token')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (242, 61, 'add_userprofile', 'Can add user profile')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (243, 61, 'change_userprofile', 'Can change user profile')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (244, 61, 'delete_userprofile', 'Can delete user profile')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (245, 61, 'view_userprofile', 'Can view user profile')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (246, 29, 'view_document', 'Can view document')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (247, 2, 'view_image', 'Can view image')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (248, 62, 'add_rendition', 'Can add rendition')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (249, 62, 'change_rendition', 'Can change rendition')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (250, 62, 'delete_rendition', 'Can delete rendition')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (251, 62, 'view_rendition', 'Can view rendition')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (252, 63, 'add_indexentry', 'Can add index entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (253, 63, 'change_indexentry', 'Can change index entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (254, 63, 'delete_indexentry', 'Can delete index entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (255, 63, 'view_indexentry', 'Can view index entry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (256, 64, 'add_sqliteftsindexentry', 'Can add sqliteftsindexentry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (257, 64, 'change_sqliteftsindexentry', 'Can change sqliteftsindexentry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (258, 64, 'delete_sqliteftsindexentry', 'Can delete sqliteftsindexentry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (259, 64, 'view_sqliteftsindexentry', 'Can view sqliteftsindexentry')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (260, 65, 'add_editingsession', 'Can add editing session')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (261, 65, 'change_editingsession', 'Can change editing session')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (262, 65, 'delete_editingsession', 'Can delete editing session')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (263, 65, 'view_editingsession', 'Can view editing session')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (264, 66, 'add_formstate', 'Can add form state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (265, 66, 'change_formstate', 'Can change form state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (266, 66, 'delete_formstate', 'Can delete form state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (267, 66, 'view_formstate', 'Can view form state')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (268, 67, 'add_tag', 'Can add tag')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (269, 67, 'change_tag', 'Can change tag')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (270, 67, 'delete_tag', 'Can delete tag')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (271, 67, 'view_tag', 'Can view tag')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (272, 68, 'add_taggeditem', 'Can add tagged item')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (273, 68, 'change_taggeditem', 'Can change tagged item')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (274, 68, 'delete_taggeditem', 'Can delete tagged item')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (275, 68, 'view_taggeditem', 'Can view tagged item')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (276, 69, 'add_permission', 'Can add permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (277, 69, 'change_permission', 'Can change permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (278, 69, 'delete_permission', 'Can delete permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (279, 69, 'view_permission', 'Can view permission')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (280, 70, 'add_group', 'Can add group')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (281, 70, 'change_group', 'Can change group')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (282, 70, 'delete_group', 'Can delete group')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (283, 70, 'view_group', 'Can view group')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (284, 71, 'add_contenttype', 'Can add content type')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (285, 71, 'change_contenttype', 'Can change content type')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (286, 71, 'delete_contenttype', 'Can delete content type')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (287, 71, 'view_contenttype', 'Can view content type')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (288, 72, 'add_session', 'Can add session')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (289, 72, 'change_session', 'Can change session')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (290, 72, 'delete_session', 'Can delete session')
;
INSERT INTO "auth_permission" ("id", "content_type_id", "codename", "name") VALUES (291, 72, 'view_session', 'Can view session')
;
INSERT INTO "auth_group" ("id", "name") VALUES (3, 'reader')
;
INSERT INTO "auth_group" ("id", "name") VALUES (4, 'analyst')
;
INSERT INTO "auth_group" ("id", "name") VALUES (5, 'editor')
;
INSERT INTO "auth_group" ("id", "name") VALUES (6, 'administrator')
;
INSERT INTO "wagtailcore_collection" ("id", "path", "depth", "numchild", "name") VALUES (1, '0001', 1, 0, 'Root')
;
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (13, 1, 4, 1)
;
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (14, 1, 4, 5)
;
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (15, 1, 5, 1)
;
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (16, 1, 5, 5)
;
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (17, 1, 5, 2)
;
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (18, 1, 6, 1)
;
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (19, 1, 6, 5)
;
INSERT INTO "wagtailcore_groupcollectionpermission" ("id", "collection_id", "group_id", "permission_id") VALUES (20, 1, 6, 2)
;
INSERT INTO "wagtailcore_site" ("id", "hostname", "port", "is_default_site", "root_page_id", "site_name") VALUES (2, 'localhost', 80, 1, 3, '')
;
INSERT INTO "wagtailcore_task" ("id", "name", "active", "content_type_id") VALUES (2, 'An editor approves', 1, 4)
;
INSERT INTO "wagtailcore_workflow" ("id", "name", "active") VALUES (2, 'Review', 1)
;
INSERT INTO "wagtailcore_groupapprovaltask" ("task_ptr_id") VALUES (2)
;
INSERT INTO "wagtailcore_workflowpage" ("page_id", "workflow_id") VALUES (3, 2)
;
INSERT INTO "wagtailcore_workflowtask" ("id", "sort_order", "task_id", "workflow_id") VALUES (2, NULL, 2, 2)
;
INSERT INTO "wagtailcore_groupapprovaltask_groups" ("id", "groupapprovaltask_id", "group_id") VALUES (2, 2, 5)
;
INSERT INTO "wagtailcore_groupapprovaltask_groups" ("id", "groupapprovaltask_id", "group_id") VALUES (3, 2, 6)
;
INSERT INTO "wagtailcore_locale" ("id", "language_code") VALUES (1, 'en')
;
INSERT INTO "wagtailcore_page" ("id", "path", "depth", "numchild", "title", "slug", "live", "has_unpublished_changes", "url_path", "seo_title", "show_in_menus", "search_description", "go_live_at", "expire_at", "expired", "content_type_id", "owner_id", "locked", "latest_revision_created_at", "first_published_at", "live_revision_id", "last_published_at", "draft_title", "locked_at", "locked_by_id", "locale_id", "translation_key", "alias_of_id", "latest_revision_id") VALUES (1, '0001', 1, 1, 'Root', 'root', 1, 0, '/', '', 0, '', NULL, NULL, 0, 1, NULL, 0, NULL, NULL, NULL, NULL, 'Root', NULL, NULL, 1, '00000000000000000000000000000001', NULL, NULL)
;
INSERT INTO "wagtailcore_page" ("id", "path", "depth", "numchild", "title", "slug", "live", "has_unpublished_changes", "url_path", "seo_title", "show_in_menus", "search_description", "go_live_at", "expire_at", "expired", "content_type_id", "owner_id", "locked", "latest_revision_created_at", "first_published_at", "live_revision_id", "last_published_at", "draft_title", "locked_at", "locked_by_id", "locale_id", "translation_key", "alias_of_id", "latest_revision_id") VALUES (3, '00010001', 2, 0, 'Analyses', 'written', 1, 0, '/written/', '', 0, '', NULL, NULL, 0, 54, NULL, 0, NULL, NULL, NULL, NULL, 'Analyses', NULL, NULL, 1, '00000000000000000000000000000002', NULL, NULL)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (8, 4, 1, 74)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (9, 5, 1, 74)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (10, 5, 1, 75)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (11, 5, 1, 80)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (12, 5, 1, 79)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (13, 5, 1, 81)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (14, 6, 1, 74)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (15, 6, 1, 75)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (16, 6, 1, 80)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (17, 6, 1, 79)
;
INSERT INTO "wagtailcore_grouppagepermission" ("id", "group_id", "page_id", "permission_id") VALUES (18, 6, 1, 81)
;
INSERT INTO "analyses_analyses" ("page_ptr_id") VALUES (3)
;
CREATE UNIQUE INDEX "django_content_type_app_label_model_76bd3d3b_uniq" ON "django_content_type" ("app_label", "model")
;
CREATE UNIQUE INDEX "auth_group_permissions_group_id_permission_id_0cd325b0_uniq" ON "auth_group_permissions" ("group_id", "permission_id")
;
CREATE INDEX "auth_group_permissions_group_id_b120cbf9" ON "auth_group_permissions" ("group_id")
;
CREATE INDEX "auth_group_permissions_permission_id_84c5c92e" ON "auth_group_permissions" ("permission_id")
;
CREATE UNIQUE INDEX "auth_permission_content_type_id_codename_01ab375a_uniq" ON "auth_permission" ("content_type_id", "codename")
;
CREATE INDEX "auth_permission_content_type_id_2f476e4b" ON "auth_permission" ("content_type_id")
;
CREATE UNIQUE INDEX "people_user_groups_user_id_group_id_60378d34_uniq" ON "people_user_groups" ("user_id", "group_id")
;
CREATE INDEX "people_user_groups_user_id_290df956" ON "people_user_groups" ("user_id")
;
CREATE INDEX "people_user_groups_group_id_1f0237d0" ON "people_user_groups" ("group_id")
;
CREATE UNIQUE INDEX "people_user_user_permissions_user_id_permission_id_a7ac6748_uniq" ON "people_user_user_permissions" ("user_id", "permission_id")
;
CREATE INDEX "people_user_user_permissions_user_id_7d19557b" ON "people_user_user_permissions" ("user_id")
;
CREATE INDEX "people_user_user_permissions_permission_id_55f01ef0" ON "people_user_user_permissions" ("permission_id")
;
CREATE INDEX "people_trailrow_at_da216c53" ON "people_trailrow" ("at")
;
CREATE INDEX "people_trailrow_user_7fc80800" ON "people_trailrow" ("user")
;
CREATE INDEX "people_trai_verb_c28251_idx" ON "people_trailrow" ("verb", "at")
;
CREATE UNIQUE INDEX "wagtailcore_groupcollectionpermission_group_id_collection_id_permission_id_a21cefe9_uniq" ON "wagtailcore_groupcollectionpermission" ("group_id", "collection_id", "permission_id")
;
CREATE INDEX "wagtailcore_groupcollectionpermission_collection_id_5423575a" ON "wagtailcore_groupcollectionpermission" ("collection_id")
;
CREATE INDEX "wagtailcore_groupcollectionpermission_group_id_05d61460" ON "wagtailcore_groupcollectionpermission" ("group_id")
;
CREATE INDEX "wagtailcore_groupcollectionpermission_permission_id_1b626275" ON "wagtailcore_groupcollectionpermission" ("permission_id")
;
CREATE UNIQUE INDEX "wagtailimages_rendition_image_id_filter_spec_focal_point_key_323c8fe0_uniq" ON "wagtailimages_rendition" ("image_id", "filter_spec", "focal_point_key")
;
CREATE INDEX "wagtailimages_rendition_filter_spec_1cba3201" ON "wagtailimages_rendition" ("filter_spec")
;
CREATE INDEX "wagtailimages_rendition_image_id_3e1fd774" ON "wagtailimages_rendition" ("image_id")
;
CREATE INDEX "wagtailimages_image_created_at_86fa6cd4" ON "wagtailimages_image" ("created_at")
;
CREATE INDEX "wagtailimages_image_uploaded_by_user_id_5d73dc75" ON "wagtailimages_image" ("uploaded_by_user_id")
;
CREATE INDEX "wagtailimages_image_collection_id_c2f8af7e" ON "wagtailimages_image" ("collection_id")
;
CREATE INDEX "wagtailimages_image_file_hash_fb5bbb23" ON "wagtailimages_image" ("file_hash")
;
CREATE UNIQUE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_group_id_d23f80bb_uniq" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id", "group_id")
;
CREATE INDEX "wagtailcore_pageviewrestriction_groups_pageviewrestriction_id_f147a99a" ON "wagtailcore_pageviewrestriction_groups" ("pageviewrestriction_id")
;
CREATE INDEX "wagtailcore_pageviewrestriction_groups_group_id_6460f223" ON "wagtailcore_pageviewrestriction_groups" ("group_id")
;
CREATE INDEX "wagtailcore_pageviewrestriction_page_id_15a8bea6" ON "wagtailcore_pageviewrestriction" ("page_id")
;
CREATE INDEX "wagtailcore_collectionviewrestriction_collection_id_761908ec" ON "wagtailcore_collectionviewrestriction" ("collection_id")
;
CREATE UNIQUE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_group_id_988995ae_uniq" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id", "group_id")
;
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_collectionviewrestriction_id_47320efd" ON "wagtailcore_collectionviewrestriction_groups" ("collectionviewrestriction_id")
;
CREATE INDEX "wagtailcore_collectionviewrestriction_groups_group_id_1823f2a3" ON "wagtailcore_collectionviewrestriction_groups" ("group_id")
;
CREATE UNIQUE INDEX "wagtailcore_site_hostname_port_2c626d70_uniq" ON "wagtailcore_site" ("hostname", "port")
;
CREATE INDEX "wagtailcore_site_hostname_96b20b46" ON "wagtailcore_site" ("hostname")
;
CREATE INDEX "wagtailcore_site_root_page_id_e02fb95c" ON "wagtailcore_site" ("root_page_id")
;
CREATE INDEX "wagtailcore_task_content_type_id_249ab8ba" ON "wagtailcore_task" ("content_type_id")
;
CREATE INDEX "wagtailcore_workflowpage_workflow_id_56f56ff6" ON "wagtailcore_workflowpage" ("workflow_id")
;
CREATE UNIQUE INDEX "wagtailcore_workflowtask_workflow_id_task_id_4ec7a62b_uniq" ON "wagtailcore_workflowtask" ("workflow_id", "task_id")
;
CREATE INDEX "wagtailcore_workflowtask_task_id_ce7716fe" ON "wagtailcore_workflowtask" ("task_id")
;
CREATE INDEX "wagtailcore_workflowtask_workflow_id_b9717175" ON "wagtailcore_workflowtask" ("workflow_id")
;
CREATE UNIQUE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_group_id_bb5ee7eb_uniq" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id", "group_id")
;
CREATE INDEX "wagtailcore_groupapprovaltask_groups_groupapprovaltask_id_9a9255ea" ON "wagtailcore_groupapprovaltask_groups" ("groupapprovaltask_id")
;
CREATE INDEX "wagtailcore_groupapprovaltask_groups_group_id_2e64b61f" ON "wagtailcore_groupapprovaltask_groups" ("group_id")
;
CREATE UNIQUE INDEX "wagtailcore_page_translation_key_locale_id_9b041bad_uniq" ON "wagtailcore_page" ("translation_key", "locale_id")
;
CREATE INDEX "wagtailcore_page_slug_e7c11b8f" ON "wagtailcore_page" ("slug")
;
CREATE INDEX "wagtailcore_page_content_type_id_c28424df" ON "wagtailcore_page" ("content_type_id")
;
CREATE INDEX "wagtailcore_page_owner_id_fbf7c332" ON "wagtailcore_page" ("owner_id")
;
CREATE INDEX "wagtailcore_page_first_published_at_2b5dd637" ON "wagtailcore_page" ("first_published_at")
;
CREATE INDEX "wagtailcore_page_live_revision_id_930bd822" ON "wagtailcore_page" ("live_revision_id")
;
CREATE INDEX "wagtailcore_page_locked_by_id_bcb86245" ON "wagtailcore_page" ("locked_by_id")
;
CREATE INDEX "wagtailcore_page_locale_id_3c7e30a6" ON "wagtailcore_page" ("locale_id")
;
CREATE INDEX "wagtailcore_page_alias_of_id_12945502" ON "wagtailcore_page" ("alias_of_id")
;
CREATE INDEX "wagtailcore_commentreply_comment_id_afc7e027" ON "wagtailcore_commentreply" ("comment_id")
;
CREATE INDEX "wagtailcore_commentreply_user_id_d0b3b9c3" ON "wagtailcore_commentreply" ("user_id")
;
CREATE UNIQUE INDEX "wagtailcore_pagesubscription_page_id_user_id_0cef73ed_uniq" ON "wagtailcore_pagesubscription" ("page_id", "user_id")
;
CREATE INDEX "wagtailcore_pagesubscription_page_id_a085e7a6" ON "wagtailcore_pagesubscription" ("page_id")
;
CREATE INDEX "wagtailcore_pagesubscription_user_id_89d7def9" ON "wagtailcore_pagesubscription" ("user_id")
;
CREATE INDEX "wagtailcore_comment_page_id_108444b5" ON "wagtailcore_comment" ("page_id")
;
CREATE INDEX "wagtailcore_comment_resolved_by_id_a282aa0e" ON "wagtailcore_comment" ("resolved_by_id")
;
CREATE INDEX "wagtailcore_comment_revision_created_id_1d058279" ON "wagtailcore_comment" ("revision_created_id")
;
CREATE INDEX "wagtailcore_comment_user_id_0c577ca6" ON "wagtailcore_comment" ("user_id")
;
CREATE INDEX "wagtailcore_page_latest_revision_id_e60fef51" ON "wagtailcore_page" ("latest_revision_id")
;
CREATE UNIQUE INDEX "wagtailcore_referenceindex_base_content_type_id_object_id_to_content_type_id_to_object_id_content_path_hash_9e6ccd6a_uniq" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id", "to_content_type_id", "to_object_id", "content_path_hash")
;
CREATE INDEX "wagtailcore_referenceindex_base_content_type_id_313cf40f" ON "wagtailcore_referenceindex" ("base_content_type_id")
;
CREATE INDEX "wagtailcore_referenceindex_content_type_id_766e0336" ON "wagtailcore_referenceindex" ("content_type_id")
;
CREATE INDEX "wagtailcore_referenceindex_to_content_type_id_93690bbd" ON "wagtailcore_referenceindex" ("to_content_type_id")
;
CREATE INDEX "wagtailcore_taskstate_content_type_id_0a758fdc" ON "wagtailcore_taskstate" ("content_type_id")
;
CREATE INDEX "wagtailcore_taskstate_task_id_c3677c34" ON "wagtailcore_taskstate" ("task_id")
;
CREATE INDEX "wagtailcore_taskstate_workflow_state_id_9239a775" ON "wagtailcore_taskstate" ("workflow_state_id")
;
CREATE INDEX "wagtailcore_taskstate_finished_by_id_13f98229" ON "wagtailcore_taskstate" ("finished_by_id")
;
CREATE INDEX "wagtailcore_taskstate_revision_id_df25a499" ON "wagtailcore_taskstate" ("revision_id")
;
CREATE UNIQUE INDEX "unique_in_progress_workflow" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id") WHERE "status" IN ('in_progress', 'needs_changes')
;
CREATE INDEX "wagtailcore_workflowstate_requested_by_id_4090bca3" ON "wagtailcore_workflowstate" ("requested_by_id")
;
CREATE INDEX "wagtailcore_workflowstate_workflow_id_1f18378f" ON "wagtailcore_workflowstate" ("workflow_id")
;
CREATE INDEX "wagtailcore_workflowstate_base_content_type_id_a30dc576" ON "wagtailcore_workflowstate" ("base_content_type_id")
;
CREATE INDEX "wagtailcore_workflowstate_content_type_id_2bb78ce1" ON "wagtailcore_workflowstate" ("content_type_id")
;
CREATE INDEX "workflowstate_ct_id_idx" ON "wagtailcore_workflowstate" ("content_type_id", "object_id")
;
CREATE INDEX "workflowstate_base_ct_id_idx" ON "wagtailcore_workflowstate" ("base_content_type_id", "object_id")
;
CREATE INDEX "wagtailcore_workflowcontenttype_workflow_id_9aad7cd2" ON "wagtailcore_workflowcontenttype" ("workflow_id")
;
CREATE INDEX "wagtailcore_modellogentry_action_d2d856ee" ON "wagtailcore_modellogentry" ("action")
;
CREATE INDEX "wagtailcore_modellogentry_timestamp_9694521b" ON "wagtailcore_modellogentry" ("timestamp")
;
CREATE INDEX "wagtailcore_modellogentry_content_changed_8bc39742" ON "wagtailcore_modellogentry" ("content_changed")
;
CREATE INDEX "wagtailcore_modellogentry_object_id_e0e7d4ef" ON "wagtailcore_modellogentry" ("object_id")
;
CREATE INDEX "wagtailcore_modellogentry_content_type_id_68849e77" ON "wagtailcore_modellogentry" ("content_type_id")
;
CREATE INDEX "wagtailcore_modellogentry_user_id_0278d1bf" ON "wagtailcore_modellogentry" ("user_id")
;
CREATE INDEX "wagtailcore_modellogentry_revision_id_df6ca33a" ON "wagtailcore_modellogentry" ("revision_id")
;
CREATE INDEX "wagtailcore_pagelogentry_action_c2408198" ON "wagtailcore_pagelogentry" ("action")
;
CREATE INDEX "wagtailcore_pagelogentry_timestamp_deb774c4" ON "wagtailcore_pagelogentry" ("timestamp")
;
CREATE INDEX "wagtailcore_pagelogentry_content_changed_99f27ade" ON "wagtailcore_pagelogentry" ("content_changed")
;
CREATE INDEX "wagtailcore_pagelogentry_content_type_id_74e7708a" ON "wagtailcore_pagelogentry" ("content_type_id")
;
CREATE INDEX "wagtailcore_pagelogentry_page_id_8464e327" ON "wagtailcore_pagelogentry" ("page_id")
;
CREATE INDEX "wagtailcore_pagelogentry_revision_id_8043d103" ON "wagtailcore_pagelogentry" ("revision_id")
;
CREATE INDEX "wagtailcore_pagelogentry_user_id_604ccfd8" ON "wagtailcore_pagelogentry" ("user_id")
;
CREATE INDEX "wagtailcore_grouppagepermission_group_id_fc07e671" ON "wagtailcore_grouppagepermission" ("group_id")
;
CREATE INDEX "wagtailcore_grouppagepermission_page_id_710b114a" ON "wagtailcore_grouppagepermission" ("page_id")
;
CREATE INDEX "wagtailcore_grouppagepermission_permission_id_05acb22e" ON "wagtailcore_grouppagepermission" ("permission_id")
;
CREATE INDEX "wagtailcore_revision_created_at_81450aa6" ON "wagtailcore_revision" ("created_at")
;
CREATE INDEX "wagtailcore_revision_approved_go_live_at_88d3dee5" ON "wagtailcore_revision" ("approved_go_live_at")
;
CREATE INDEX "wagtailcore_revision_user_id_03df83b0" ON "wagtailcore_revision" ("user_id")
;
CREATE INDEX "wagtailcore_revision_content_type_id_c8cb69c0" ON "wagtailcore_revision" ("content_type_id")
;
CREATE INDEX "wagtailcore_revision_base_content_type_id_5b4ef7bd" ON "wagtailcore_revision" ("base_content_type_id")
;
CREATE INDEX "content_object_idx" ON "wagtailcore_revision" ("content_type_id", "object_id")
;
CREATE INDEX "base_content_object_idx" ON "wagtailcore_revision" ("base_content_type_id", "object_id")
;
CREATE INDEX "wagtailcore_uploadedfile_for_content_type_id_b0fc87b2" ON "wagtailcore_uploadedfile" ("for_content_type_id")
;
CREATE INDEX "wagtailcore_uploadedfile_uploaded_by_user_id_c7580fe8" ON "wagtailcore_uploadedfile" ("uploaded_by_user_id")
;
CREATE UNIQUE INDEX "wagtailcore_groupsitepermission_group_id_site_id_permission_id_a58ee30d_uniq" ON "wagtailcore_groupsitepermission" ("group_id", "site_id", "permission_id")
;
CREATE INDEX "wagtailcore_groupsitepermission_group_id_e5cdbee4" ON "wagtailcore_groupsitepermission" ("group_id")
;
CREATE INDEX "wagtailcore_groupsitepermission_permission_id_459b1f38" ON "wagtailcore_groupsitepermission" ("permission_id")
;
CREATE INDEX "wagtailcore_groupsitepermission_site_id_245de488" ON "wagtailcore_groupsitepermission" ("site_id")
;
CREATE INDEX "referenceindex_source_object" ON "wagtailcore_referenceindex" ("base_content_type_id", "object_id")
;
CREATE INDEX "referenceindex_target_object" ON "wagtailcore_referenceindex" ("to_content_type_id", "to_object_id")
;
CREATE INDEX "wagtailcore_uuid_d6363b_idx" ON "wagtailcore_modellogentry" ("uuid", "action", "timestamp" DESC)
;
CREATE INDEX "wagtailcore_uuid_06a44d_idx" ON "wagtailcore_pagelogentry" ("uuid", "action", "timestamp" DESC)
;
CREATE INDEX "wagtailcore_apitoken_user_id_49b1141b" ON "wagtailcore_apitoken" ("user_id")
;
CREATE INDEX "analyses_analysis_photo_id_06365495" ON "analyses_analysis" ("photo_id")
;
CREATE INDEX "api_token_user_id_b646d2e7" ON "api_token" ("user_id")
;
CREATE TRIGGER people_trailrow_no_UPDATE BEFORE UPDATE ON people_trailrow
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END
;
CREATE TRIGGER people_trailrow_no_DELETE BEFORE DELETE ON people_trailrow
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END
;
CREATE TRIGGER people_trailrow_no_replace BEFORE INSERT ON people_trailrow
WHEN EXISTS (SELECT 1 FROM people_trailrow WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'the trail is append-only'); END
;
CREATE INDEX "django_session_expire_date_a5c62663" ON "django_session" ("expire_date")
;
CREATE INDEX "subscriptions_seen_at_13392dbc" ON "subscriptions_seen" ("at")
;
CREATE INDEX "subscriptions_asked_at_8d284326" ON "subscriptions_asked" ("at")
;
CREATE INDEX "subscriptio_kind_06bcd5_idx" ON "subscriptions_asked" ("kind", "digest")
;
CREATE INDEX "subscriptions_issue_subscriber_id_2112aa71" ON "subscriptions_issue" ("subscriber_id")
;
CREATE INDEX "taggit_taggeditem_object_id_e2d7d1df" ON "taggit_taggeditem" ("object_id")
;
CREATE INDEX "taggit_taggeditem_content_type_id_9957a03c" ON "taggit_taggeditem" ("content_type_id")
;
CREATE INDEX "taggit_taggeditem_tag_id_f4f5b767" ON "taggit_taggeditem" ("tag_id")
;
CREATE INDEX "taggit_tagg_content_8fc721_idx" ON "taggit_taggeditem" ("content_type_id", "object_id")
;
CREATE INDEX "wagtailadmin_editingsession_content_type_id_4df7730e" ON "wagtailadmin_editingsession" ("content_type_id")
;
CREATE INDEX "wagtailadmin_editingsession_user_id_6e1a9b70" ON "wagtailadmin_editingsession" ("user_id")
;
CREATE INDEX "wagtailadmi_content_717955_idx" ON "wagtailadmin_editingsession" ("content_type_id", "object_id")
;
CREATE INDEX "wagtailadmin_formstate_content_type_id_e32438b3" ON "wagtailadmin_formstate" ("content_type_id")
;
CREATE INDEX "wagtailadmin_formstate_user_id_b910adc2" ON "wagtailadmin_formstate" ("user_id")
;
CREATE INDEX "formstate_user_object" ON "wagtailadmin_formstate" ("user_id", "content_type_id", "object_id", "parent_object_id")
;
CREATE INDEX "wagtaildocs_document_uploaded_by_user_id_17258b41" ON "wagtaildocs_document" ("uploaded_by_user_id")
;
CREATE INDEX "wagtaildocs_document_collection_id_23881625" ON "wagtaildocs_document" ("collection_id")
;
CREATE UNIQUE INDEX "wagtailsearch_indexentry_content_type_id_object_id_bcd7ba73_uniq" ON "wagtailsearch_indexentry" ("content_type_id", "object_id")
;
CREATE INDEX "wagtailsearch_indexentry_content_type_id_62ed694f" ON "wagtailsearch_indexentry" ("content_type_id")
;
CREATE TRIGGER insert_wagtailsearch_indexentry_fts AFTER INSERT ON wagtailsearch_indexentry BEGIN INSERT INTO wagtailsearch_indexentry_fts(title, body, autocomplete, rowid) VALUES (NEW.title, NEW.body, NEW.autocomplete, NEW.id); END
;
CREATE TRIGGER update_wagtailsearch_indexentry_fts AFTER UPDATE ON wagtailsearch_indexentry BEGIN UPDATE wagtailsearch_indexentry_fts SET title=NEW.title, body=NEW.body, autocomplete=NEW.autocomplete WHERE rowid=NEW.id; END
;
CREATE TRIGGER delete_wagtailsearch_indexentry_fts AFTER DELETE ON wagtailsearch_indexentry BEGIN DELETE FROM wagtailsearch_indexentry_fts WHERE rowid=OLD.id; END
;
