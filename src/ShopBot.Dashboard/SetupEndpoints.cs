using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using ShopBot.Dashboard.Pages;
using ShopBot.Engine.Stores;

namespace ShopBot.Dashboard;

/// <summary>The owner's requests. The shop is always the one of the signed-in owner, never one named in the request.</summary>
internal static class SetupEndpoints
{
    private const int MaxFormBytes = 64 * 1024;

    public static async Task<IResult> ShowAsync(
        HttpContext context, DashboardSession session, StoreRegistry stores, IAntiforgery antiforgery, IOptions<DashboardOptions> options,
        CancellationToken cancellationToken)
    {
        if (await StoreOfAsync(context, session, stores, cancellationToken).ConfigureAwait(false) is not { } store)
            return SignInFirst();
        return Page<SetupPage>(ModelOf(context, antiforgery, options.Value, store, null, null));
    }

    public static async Task<IResult> SaveAsync(
        HttpContext context, DashboardSession session, StoreRegistry stores, WhatsAppSetup setup, IAntiforgery antiforgery, IOptions<DashboardOptions> options,
        CancellationToken cancellationToken)
    {
        if (await StoreOfAsync(context, session, stores, cancellationToken).ConfigureAwait(false) is not { } store)
            return SignInFirst();
        if (!context.Request.HasFormContentType || context.Request.ContentLength > MaxFormBytes)
            return Problem("The settings must be sent as a form of at most 64 KB.", StatusCodes.Status400BadRequest);
        if (await ReadAsync(context.Request, cancellationToken).ConfigureAwait(false) is not { } form)
            return Problem("This is no form that we can read.", StatusCodes.Status400BadRequest);
        if (!await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false))
            return Problem("This form was not opened from our page, or it is too old. Open the set-up page again.", StatusCodes.Status400BadRequest);

        var settings = SetupForm.Read(form);
        var result = await setup.ApplyAsync(store.Profile.ShopDomain, settings, cancellationToken).ConfigureAwait(false);
        if (result is { Saved: true, Warnings.Count: 0 })
            return Results.Redirect("/shopify/admin");

        var now = result.Saved ? await stores.ReadByShopDomainAsync(store.Profile.ShopDomain, cancellationToken).ConfigureAwait(false) ?? store : store;
        return Page<SetupPage>(
            ModelOf(context, antiforgery, options.Value, now, result, result.Saved ? null : settings),
            result.Saved ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);
    }

    public static async Task<IResult> AdminAsync(HttpContext context, DashboardSession session, StoreRegistry stores, CancellationToken cancellationToken) =>
        await StoreOfAsync(context, session, stores, cancellationToken).ConfigureAwait(false) is { } store
            ? Page<AdminPage>(store)
            : SignInFirst();

    /// <summary>Null for one with too many or too long fields.</summary>
    private static async ValueTask<IFormCollection?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static async ValueTask<Store?> StoreOfAsync(
        HttpContext context, DashboardSession session, StoreRegistry stores, CancellationToken cancellationToken) =>
        session.ShopOf(context) is { } shop
            ? await stores.ReadByShopDomainAsync(shop, cancellationToken).ConfigureAwait(false)
            : null;

    private static SetupPageModel ModelOf(
        HttpContext context, IAntiforgery antiforgery, DashboardOptions options, Store store, WhatsAppSetupResult? result, WhatsAppSettings? entered) => new()
        {
            ShopDomain = store.Profile.ShopDomain,
            ShopName = store.Profile.Name,
            Antiforgery = antiforgery.GetAndStoreTokens(context),
            WebhookUrl = new Uri(options.PublicUrl!, options.WhatsAppWebhookPath),
            Enabled = entered?.Enabled ?? store.WhatsAppEnabled,
            PhoneNumberId = entered?.PhoneNumberId ?? store.PhoneNumberId,
            BusinessAccountId = entered?.BusinessAccountId ?? store.WabaId,
            WelcomeMessage = entered?.WelcomeMessage ?? store.Profile.WelcomeMessage,
            HasToken = store.WhatsApp is not null,
            HasVerifyToken = !string.IsNullOrEmpty(store.WhatsApp?.VerifyToken),
            HasAppSecret = !string.IsNullOrEmpty(store.WhatsApp?.AppSecret),
            Saved = result is { Saved: true },
            Faults = result?.Faults ?? [],
            Warnings = result?.Warnings ?? [],
        };

    private static RazorComponentResult<ProblemPage> SignInFirst() =>
        Problem("Open this page from the app in your Shopify admin: there Shopify tells us which shop is yours.", StatusCodes.Status401Unauthorized);

    private static RazorComponentResult<ProblemPage> Problem(string message, int status) => Page<ProblemPage>(message, status);

    private static RazorComponentResult<TPage> Page<TPage>(object model, int status = StatusCodes.Status200OK)
        where TPage : IComponent =>
        new RazorComponentResult<TPage>(new Dictionary<string, object?> { ["Model"] = model }) { StatusCode = status, PreventStreamingRendering = true };
}
