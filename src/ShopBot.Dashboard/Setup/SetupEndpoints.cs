using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ShopBot.Dashboard.Pages;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>Connecting the owner's number.</summary>
internal static class SetupEndpoints
{
    public static IResult Show(HttpContext context, IOptions<DashboardOptions> options) =>
        Answers.Page<SetupPage>(context, ModelOf(options.Value, context.Owner(), null, null, null));

    public static async Task<IResult> SaveAsync(
        HttpContext context, StoreRegistry stores, WhatsAppSetup setup, ConnectionCheck check, IOptions<DashboardOptions> options, CancellationToken cancellationToken)
    {
        var store = context.Owner();
        var settings = SetupForm.Read(await context.Request.ReadFormAsync(cancellationToken).ConfigureAwait(false));
        var result = await setup.ApplyAsync(store.Profile.ShopDomain, settings, cancellationToken).ConfigureAwait(false);
        if (!result.Saved)
            return Answers.Page<SetupPage>(context, ModelOf(options.Value, store, result, settings, null), StatusCodes.Status400BadRequest);

        var now = await stores.ReadByShopDomainAsync(store.Profile.ShopDomain, cancellationToken).ConfigureAwait(false) ?? store;
        var report = now.WhatsAppEnabled ? await check.RunAsync(now, cancellationToken).ConfigureAwait(false) : null;
        // The webhook is often set at Meta only after this; a field that cannot be right is worth stopping for.
        if (result.Warnings.Count == 0 && report?.Lines.Any(line => line.Field is not null) != true)
            return Results.Redirect("/shopify/admin");
        context.Items[typeof(OwnerFilter)] = now;
        return Answers.Page<SetupPage>(context, ModelOf(options.Value, now, result, null, report));
    }

    private static SetupPageModel ModelOf(DashboardOptions options, Store store, WhatsAppSetupResult? result, WhatsAppSettings? entered, ConnectionReport? report) => new()
    {
        ShopName = store.Profile.Name,
        WebhookUrl = new Uri(options.PublicUrl!, options.WhatsAppWebhookPath),
        Enabled = entered?.Enabled ?? store.WhatsAppEnabled,
        IsFirst = store.WhatsApp is null,
        PhoneNumberId = entered?.PhoneNumberId ?? store.PhoneNumberId,
        BusinessAccountId = entered?.BusinessAccountId ?? store.WabaId,
        WelcomeMessage = entered?.WelcomeMessage ?? store.Profile.WelcomeMessage,
        HasToken = store.WhatsApp is not null,
        HasVerifyToken = !string.IsNullOrEmpty(store.WhatsApp?.VerifyToken),
        HasAppSecret = !string.IsNullOrEmpty(store.WhatsApp?.AppSecret),
        Saved = result is { Saved: true },
        Faults = result?.Faults ?? [],
        Warnings = result?.Warnings ?? [],
        Report = report,
    };
}
