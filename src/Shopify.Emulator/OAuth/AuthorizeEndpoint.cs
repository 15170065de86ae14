using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.OAuth;

/// <summary>The consent page of the authorization code grant, and the signed redirect back to the app.</summary>
internal sealed partial class AuthorizeEndpoint(ShopifyEmulatorOptions options, AuthorizationLedger ledger)
{
    /// <summary>GET: checks what the app asks for and shows the page, or goes straight back when nothing new is asked.</summary>
    public async Task ShowAsync(HttpContext context)
    {
        var shop = context.Shop();
        var query = context.Request.Query;
        if (Problem(query) is { } problem)
        {
            await context.AnswerHtmlAsync(400, AuthorizePage.Error(problem.Error, problem.Text)).ConfigureAwait(false);
            return;
        }

        var request = new Authorization(
            query["redirect_uri"].ToString(), GrantedScopes.Parse(query["scope"]), query.ContainsKey("state") ? query["state"].ToString() : null,
            query["grant_options[]"] == "per-user", query.ContainsKey("code_challenge") ? query["code_challenge"].ToString() : null, shop.Now());
        if (shop.Tokens.CurrentScopes?.Covers(request.Scopes) == true)
            context.Response.Redirect(Callback(shop, request));
        else
            await context.AnswerHtmlAsync(200, AuthorizePage.Consent(shop, options.AppName, request, ledger.OpenPage(shop.Domain, request)), request.RedirectUri).ConfigureAwait(false);
    }

    /// <summary>POST: the merchant's answer.</summary>
    public async Task DecideAsync(HttpContext context)
    {
        var shop = context.Shop();
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false) : FormCollection.Empty;
        if (ledger.ClosePage(shop.Domain, form["request"].ToString()) is not { } request)
            await context.AnswerHtmlAsync(400, AuthorizePage.Error("invalid_request", "This request was already answered or is too old. Start again from the app.")).ConfigureAwait(false);
        else if (form["decision"] == "install")
            context.Response.Redirect(Callback(shop, request));
        else
            await context.AnswerHtmlAsync(200, AuthorizePage.Declined(shop, options.AppName)).ConfigureAwait(false);
    }

    private (string Error, string Text)? Problem(IQueryCollection query)
    {
        if (!Secrets.Same(query["client_id"], options.ApiKey))
            return ("invalid_request", "Could not find a Shopify API application with this client_id.");
        if (!IsAllowed(query["redirect_uri"].ToString()))
            return ("invalid_request", "The redirect_uri is not on the app's allow list.");
        if (query["scope"].ToString().Split(',').FirstOrDefault(static s => s.Length > 0 && !ScopeShape().IsMatch(s.Trim())) is { } scope)
            return ("invalid_scope", $"The access scope is invalid: {scope}");
        if (query.ContainsKey("code_challenge") && !options.IgnorePkce && query["code_challenge_method"] != "S256")
            return ("invalid_request", "The only code_challenge_method is S256.");
        return null;
    }

    private bool IsAllowed(string redirect) => Uri.TryCreate(redirect, UriKind.Absolute, out var uri) && uri.Fragment.Length == 0
        && options.RedirectUris.Any(allowed => redirect == allowed
            || (allowed.EndsWith('/') && Uri.TryCreate(allowed, UriKind.Absolute, out var parent)
                && uri.GetLeftPart(UriPartial.Authority) == parent.GetLeftPart(UriPartial.Authority)
                && uri.AbsolutePath.StartsWith(parent.AbsolutePath, StringComparison.Ordinal)));

    private string Callback(EmulatedShop shop, Authorization request)
    {
        var name = shop.Domain.Split('.')[0];
        var parameters = new Dictionary<string, string?>
        {
            ["code"] = ledger.IssueCode(shop.Domain, request),
            ["host"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin.shopify.com/store/{name}")).TrimEnd('='),
            ["shop"] = shop.Domain,
            ["timestamp"] = shop.Now().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        };
        if (request.State is { } state) parameters["state"] = state;
        parameters["hmac"] = CallbackSignature.Compute(options.ApiSecret, parameters.Select(static p => KeyValuePair.Create(p.Key, p.Value!)));
        return QueryHelpers.AddQueryString(request.RedirectUri, parameters);
    }

    [GeneratedRegex(@"\A(unauthenticated_)?(read|write)_[a-z_]+\z")]
    private static partial Regex ScopeShape();
}
