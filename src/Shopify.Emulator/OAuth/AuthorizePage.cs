using Shopify.Emulator.Web;

namespace Shopify.Emulator.OAuth;

/// <summary>The pages a merchant sees while an app is installed.</summary>
internal static class AuthorizePage
{
    public static string Consent(EmulatedShop shop, string app, Authorization request, string requestId) => Page($"Install {app}", $$"""
        <main class="consent">
          <header><span class="mark">{{Html.Initial(app)}}</span><span class="dots">• • •</span><span class="mark shop">{{Html.Initial(shop.Catalog.Name)}}</span></header>
          <h1>Install {{Html.Encode(app)}}</h1>
          <p class="lead">{{Html.Encode(app)}} asks for access to <strong data-testid="shop-name">{{Html.Encode(shop.Catalog.Name)}}</strong><br><span class="muted">{{Html.Encode(shop.Domain)}}</span></p>
          <section><h2>The app will be able to</h2><ul class="scopes">{{string.Concat(ScopeWords.Describe(request.Scopes).Select(Permission))}}</ul></section>
          {{(request.IsOnline ? "<p class=\"muted\">Access ends when you log out.</p>" : "")}}
          <form method="post" action="{{Html.Encode($"{shop.Url}/admin/oauth/authorize")}}">
            <input type="hidden" name="request" value="{{requestId}}">
            <button class="plain" name="decision" value="cancel" data-testid="cancel">Cancel</button>
            <button class="primary" name="decision" value="install" data-testid="install">Install</button>
          </form>
          <p class="fine">Emulated Shopify admin. You can uninstall the app at any time.</p>
        </main>
        """);

    public static string Declined(EmulatedShop shop, string app) => Page("Shopify admin", $"""
        <main class="consent"><h1>{Html.Encode(app)} was not installed</h1>
        <p class="lead">Nothing has changed in {Html.Encode(shop.Catalog.Name)}.</p></main>
        """);

    public static string Error(string error, string text) => Page("Oauth error", $"""
        <main class="consent"><h1>Oauth error <code data-testid="oauth-error">{Html.Encode(error)}</code></h1>
        <p class="lead">{Html.Encode(text)}</p></main>
        """);

    private static string Permission((string Title, string Detail) words) =>
        $"<li><strong>{Html.Encode(words.Title)}</strong><span>{Html.Encode(words.Detail)}</span></li>";

    private static string Page(string title, string body) => Html.Page(title, "consent.css", body);
}
