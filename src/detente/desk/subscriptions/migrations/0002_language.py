"""The language of the form that was used, and so of the mails; who subscribed before gets them in the desk's first."""

from django.db import migrations, models


class Migration(migrations.Migration):
    """One column."""

    dependencies = (("subscriptions", "0001_initial"),)

    operations = (
        migrations.AddField(model_name="subscriber", name="language", field=models.CharField(default="", max_length=16)),
    )
