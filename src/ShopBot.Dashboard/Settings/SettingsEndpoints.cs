using Microsoft.AspNetCore.Http;
using ShopBot.Dashboard.Pages;
using ShopBot.Engine.Stores;
using ShopBot.Shopping.Settings;

namespace ShopBot.Dashboard;

/// <summary>What the owner decides about the bot.</summary>
internal static class SettingsEndpoints
{
    public static async Task<IResult> ShowAsync(HttpContext context, ShopSettingsStore settings, string? saved, CancellationToken cancellationToken)
    {
        var store = context.Owner();
        var document = await settings.ReadAsync(store.Id, cancellationToken).ConfigureAwait(false);
        return Answers.Page<SettingsPage>(context, new SettingsPageModel
        {
            Settings = document.Value ?? ShopSettings.Default,
            Version = document.Version,
            Welcome = store.Profile.WelcomeMessage,
            Saved = saved == "1",
        });
    }

    public static async Task<IResult> SaveAsync(HttpContext context, ShopSettingsStore settings, StoreRegistry stores, CancellationToken cancellationToken)
    {
        var store = context.Owner();
        var form = await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        var document = await settings.ReadAsync(store.Id, cancellationToken).ConfigureAwait(false);
        var reader = new SettingsForm();
        var changed = reader.Read(form, document.Value ?? ShopSettings.Default);
        var welcome = form["welcome"].ToString().Trim();
        var faults = new Dictionary<string, string>(reader.Faults);
        if (!long.TryParse(form["version"], out var version) || version != document.Version)
            faults[""] = "Somebody else changed the settings meanwhile. Open the page again; nothing was saved.";
        if (faults.Count == 0 && !await settings.SaveAsync(store.Id, document with { Value = changed }, cancellationToken).ConfigureAwait(false))
            faults[""] = "Somebody else changed the settings at the same moment. Open the page again; nothing was saved.";
        if (faults.Count > 0)
        {
            return Answers.Page<SettingsPage>(
                context,
                new SettingsPageModel { Settings = changed, Version = version, Welcome = welcome, Faults = faults, Entered = form.ToDictionary(field => field.Key, field => field.Value.ToString()) },
                StatusCodes.Status400BadRequest);
        }

        await stores.ChangeWelcomeAsync(store.Profile.ShopDomain, welcome, cancellationToken).ConfigureAwait(false);
        return Results.Redirect("/shopify/admin/settings?saved=1");
    }
}
