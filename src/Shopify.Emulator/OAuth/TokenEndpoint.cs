using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Shopify.Emulator.Faults;
using Shopify.Emulator.Web;

namespace Shopify.Emulator.OAuth;

/// <summary>
/// <c>POST /admin/oauth/access_token</c>: code, refresh, token exchange and client credentials grants. JSON and form bodies both work.
/// </summary>
internal sealed class TokenEndpoint(ShopifyEmulatorOptions options, AuthorizationLedger ledger, FaultScript faults)
{
    private const string Exchange = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string IdToken = "urn:ietf:params:oauth:token-type:id_token";
    private const string Offline = "urn:shopify:params:oauth:token-type:offline-access-token";
    private const string Online = "urn:shopify:params:oauth:token-type:online-access-token";

    public async Task HandleAsync(HttpContext context)
    {
        var shop = context.Shop();
        var fault = faults.Next(FaultTarget.Token, shop.Domain);
        if (fault is not null && await FaultAnswer.TryAsync(context, fault).ConfigureAwait(false)) return;
        var (status, body) = Answer(shop, await ReadAsync(context.Request, context.RequestAborted).ConfigureAwait(false));
        if (fault?.IsHanging == true) await FaultAnswer.HangAsync(context).ConfigureAwait(false);
        else await context.AnswerJsonAsync(status, body.ToJsonString()).ConfigureAwait(false);
    }

    private IEnumerable<string> ClientSecrets => options.OldApiSecret is { } old ? [options.ApiSecret, old] : [options.ApiSecret];

    private (int Status, JsonObject Body) Answer(EmulatedShop shop, IReadOnlyDictionary<string, string> form)
    {
        if (form.ContainsKey("client_assertion")) return Refused("invalid_client", "emulator does not model client assertions");
        if (!Secrets.Same(form.GetValueOrDefault("client_id"), options.ApiKey)
            || !ClientSecrets.Any(secret => Secrets.Same(form.GetValueOrDefault("client_secret"), secret)))
            return Refused("invalid_client", "The client id or secret is wrong.");
        return form.GetValueOrDefault("grant_type") switch
        {
            null or "authorization_code" => FromCode(shop, form),
            "refresh_token" => shop.Tokens.Refresh(form.GetValueOrDefault("refresh_token", "")) is { } pair
                ? (200, Describe(shop, pair))
                : Refused("invalid_grant", "The refresh token is invalid, expired or revoked."),
            Exchange => FromExchange(shop, form),
            "client_credentials" => shop.Tokens.WithoutUser() is { } token
                ? (200, Describe(shop, new(token, null, null)))
                : Refused("invalid_client", "The app is not installed on this shop."),
            var other => Refused("unsupported_grant_type", $"emulator does not model the grant type {other}"),
        };
    }

    private (int Status, JsonObject Body) FromCode(EmulatedShop shop, IReadOnlyDictionary<string, string> form)
    {
        if (ledger.RedeemCode(shop.Domain, form.GetValueOrDefault("code", "")) is not { } grant)
            return Refused("invalid_request", "The authorization code was not found or was already used");
        if (grant.CodeChallenge is { } challenge && !options.IgnorePkce && !Secrets.Same(Challenge(form.GetValueOrDefault("code_verifier")), challenge))
            return Refused("invalid_grant", "The code verifier does not match the code challenge.");
        return (200, Describe(shop, Grant(shop, grant.Scopes, IsExpiring(form), grant.IsOnline)));
    }

    private (int Status, JsonObject Body) FromExchange(EmulatedShop shop, IReadOnlyDictionary<string, string> form)
    {
        var subject = form.GetValueOrDefault("subject_token", "");
        var wanted = form.GetValueOrDefault("requested_token_type", Online);
        if (wanted is not (Offline or Online)) return Refused("invalid_request", "The requested_token_type is invalid.");
        switch (form.GetValueOrDefault("subject_token_type"))
        {
            case Offline when wanted == Offline && IsExpiring(form):
                return shop.Tokens.Migrate(subject) is { } pair ? (200, Describe(shop, pair)) : Refused("invalid_subject_token", "The subject token is invalid or was already exchanged.");
            case IdToken when shop.Tokens.CurrentScopes is not { }:
                return Refused("invalid_client", "The app is not installed on this shop.");
            case IdToken:
                return SessionToken.IsValid(subject, shop, options.ApiKey, ClientSecrets)
                    ? (200, Describe(shop, Grant(shop, shop.Tokens.CurrentScopes, IsExpiring(form), wanted == Online)))
                    : Refused("invalid_subject_token", "The session token is expired or wrong.");
            default:
                return Refused("invalid_request", "The subject_token_type is invalid.");
        }
    }

    private static TokenPair Grant(EmulatedShop shop, GrantedScopes scopes, bool expiring, bool online)
    {
        var before = shop.Tokens.CurrentScopes;
        var pair = shop.Tokens.Grant(scopes, expiring, online);
        if (before is not null && before.ToString() != scopes.ToString()) shop.PublishScopes(before);
        return pair;
    }

    private static bool IsExpiring(IReadOnlyDictionary<string, string> form) => form.GetValueOrDefault("expiring") == "1";

    private static JsonObject Describe(EmulatedShop shop, TokenPair pair)
    {
        var token = pair.AccessToken;
        var body = new JsonObject { ["access_token"] = token.Text, ["scope"] = token.Scopes.ToString() };
        if (token.ExpiresAt is { } ends) body["expires_in"] = Seconds(shop, ends);
        if (pair.RefreshToken is { } refresh)
        {
            body["refresh_token"] = refresh;
            body["refresh_token_expires_in"] = Seconds(shop, pair.RefreshExpiresAt!.Value);
        }

        if (!token.IsOnline) return body;
        body["associated_user_scope"] = token.Scopes.ToString();
        body["associated_user"] = new JsonObject
        {
            ["id"] = 902541635, ["first_name"] = "Mara", ["last_name"] = "Lindqvist", ["email"] = shop.Catalog.Email,
            ["account_owner"] = true, ["locale"] = "en", ["collaborator"] = false, ["email_verified"] = true,
        };
        return body;
    }

    private static int Seconds(EmulatedShop shop, DateTimeOffset ends) => (int)(ends - shop.Now()).TotalSeconds;

    private static string Challenge(string? verifier) => Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier ?? "")));

    private static (int Status, JsonObject Body) Refused(string error, string description) =>
        (400, new() { ["error"] = error, ["error_description"] = description });

    private static async Task<IReadOnlyDictionary<string, string>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.HasFormContentType)
            return (await request.ReadFormAsync(cancellationToken).ConfigureAwait(false)).ToDictionary(static p => p.Key, static p => p.Value.ToString());
        try
        {
            using var json = await JsonDocument.ParseAsync(request.Body, default, cancellationToken).ConfigureAwait(false);
            return json.RootElement.EnumerateObject().ToDictionary(static p => p.Name, static p => p.Value.ToString());
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return new Dictionary<string, string>();
        }
    }
}
