using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ShopBot.TestSupport.Stubs;

/// <summary>The few Shopify calls a host needs, written from Shopify's reference and from nothing of ours. Every shop exists and grants at once.</summary>
public sealed partial class ShopifyStub : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, (string Shop, string Scope)> _codes = new();
    private readonly ConcurrentDictionary<string, string> _tokens = new();
    private readonly ConcurrentQueue<string> _issued = new();
    private LoopbackApp _app = null!;
    private int _tokenRequests;

    private ShopifyStub(string apiKey, string apiSecret) => (ApiKey, ApiSecret) = (apiKey, apiSecret);

    /// <summary>Client id of the one app it knows.</summary>
    public string ApiKey { get; }

    /// <summary>Client secret of that app.</summary>
    public string ApiSecret { get; }

    /// <summary>The value for <c>Shopify:BaseUrl</c>.</summary>
    public string BaseUrl => $"{_app.Url}{{shop}}";

    /// <summary>How often an access token was asked for.</summary>
    public int TokenRequests => Volatile.Read(ref _tokenRequests);

    /// <summary>Every access and refresh token given out.</summary>
    public IReadOnlyCollection<string> IssuedTokens => _issued;

    /// <summary>GraphQL operations that are answered with HTTP 500, by name.</summary>
    public ConcurrentDictionary<string, bool> Broken { get; } = new();

    /// <summary>How often each GraphQL operation was called.</summary>
    public ConcurrentDictionary<string, int> Calls { get; } = new();

    /// <summary>What the product is called in every shop.</summary>
    public string ProductTitle { get; set; } = "Felt Hat";

    /// <summary>GraphQL answers wait for this.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>Makes a token of a shop without an installation.</summary>
    /// <param name="shop">The shop's domain.</param>
    public string IssueToken(string shop)
    {
        var token = NewToken("shpat_");
        _tokens[token] = shop;
        return token;
    }

    /// <summary>Starts a stub of one app.</summary>
    public static async Task<ShopifyStub> StartAsync(string apiKey, string apiSecret, CancellationToken cancellationToken = default)
    {
        var stub = new ShopifyStub(apiKey, apiSecret);
        stub._app = await LoopbackApp.StartAsync(
            app =>
            {
                app.MapGet("/{shop}/admin/oauth/authorize", stub.Authorize);
                app.MapPost("/{shop}/admin/oauth/access_token", stub.GrantAsync);
                app.MapPost("/{shop}/admin/api/{version}/graphql.json", (HttpRequest request, string shop) => stub.AnswerAsync(request, shop, "X-Shopify-Access-Token"));
                app.MapPost("/{shop}/api/{version}/graphql.json", (HttpRequest request, string shop) => stub.AnswerAsync(request, shop, "Shopify-Storefront-Private-Token"));
            },
            cancellationToken);
        return stub;
    }

    /// <summary>A correctly signed callback query, as a merchant's consent would make it.</summary>
    /// <param name="shop">The shop's domain.</param>
    /// <param name="state">The app's state.</param>
    /// <param name="scope">What the merchant grants.</param>
    public string CallbackQuery(string shop, string state, string scope)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _codes[code] = (shop, scope);
        return CallbackSigner.Sign(ApiSecret, new Dictionary<string, string>
        {
            ["code"] = code,
            ["host"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"admin.shopify.com/store/{shop.Split('.')[0]}")).TrimEnd('='),
            ["shop"] = shop,
            ["state"] = state,
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
        });
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult Authorize(HttpRequest request, string shop)
    {
        var query = request.Query;
        return query["client_id"] != ApiKey
            ? Results.Text("invalid client_id", statusCode: 400)
            : Results.Redirect($"{query["redirect_uri"]}?{CallbackQuery(shop, query["state"].ToString(), query["scope"].ToString())}");
    }

    private async Task<IResult> GrantAsync(HttpRequest request, string shop)
    {
        Interlocked.Increment(ref _tokenRequests);
        var body = (JsonObject)(await JsonNode.ParseAsync(request.Body))!;
        if ((string?)body["client_id"] != ApiKey || (string?)body["client_secret"] != ApiSecret)
            return Json(401, new JsonObject { ["error"] = "invalid_client" });
        if (!_codes.TryRemove((string?)body["code"] ?? "", out var grant) || grant.Shop != shop)
            return Json(400, new JsonObject { ["error"] = "invalid_request", ["error_description"] = "The authorization code was not found or was already used" });
        var (access, refresh) = (NewToken("shpat_"), NewToken("shprt_"));
        _tokens[access] = shop;
        return Json(200, new JsonObject
        {
            ["access_token"] = access,
            ["scope"] = grant.Scope,
            ["expires_in"] = 3600,
            ["refresh_token"] = refresh,
            ["refresh_token_expires_in"] = 7_776_000,
        });
    }

    private async Task<IResult> AnswerAsync(HttpRequest request, string shop, string tokenHeader)
    {
        if (!_tokens.TryGetValue(request.Headers[tokenHeader].ToString(), out var owner) || owner != shop)
            return Json(401, new JsonObject { ["errors"] = "[API] Invalid API key or access token (unrecognized login or wrong password)" });
        var body = (JsonObject)(await JsonNode.ParseAsync(request.Body))!;
        var operation = Operation().Match((string)body["query"]!).Groups[1].Value;
        Calls.AddOrUpdate(operation, 1, static (_, count) => count + 1);
        var title = ProductTitle;
        await Gate.WaitAsync(request.HttpContext.RequestAborted);
        if (Broken.ContainsKey(operation))
            return Results.Text("<h1>Internal Server Error</h1>", "text/html", Encoding.UTF8, 500);
        return StubCatalog.Answer(operation, shop, title) is { } data
            ? Json(200, new JsonObject { ["data"] = data })
            : Json(200, new JsonObject { ["errors"] = new JsonArray(new JsonObject { ["message"] = $"The stub does not know {operation}." }) });
    }

    private string NewToken(string prefix)
    {
        var token = prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        _issued.Enqueue(token);
        return token;
    }

    private static IResult Json(int status, JsonObject body) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);

    [GeneratedRegex(@"\b(?:query|mutation)\s+(\w+)")]
    private static partial Regex Operation();
}
