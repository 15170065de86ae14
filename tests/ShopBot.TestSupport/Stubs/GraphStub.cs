using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ShopBot.TestSupport.Waiting;

namespace ShopBot.TestSupport.Stubs;

/// <summary>The few Cloud API calls a host needs, written from Meta's reference and from nothing of ours.</summary>
public sealed class GraphStub : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private readonly ConcurrentDictionary<string, StubNumber> _numbers = new();
    private readonly ConcurrentQueue<StubSend> _sends = new();
    private LoopbackApp _app = null!;
    private int _last;

    private GraphStub()
    {
    }

    /// <summary>The value for <c>WhatsApp:BaseUrl</c>.</summary>
    public Uri Url => _app.Url;

    /// <summary>Messages taken so far, oldest first.</summary>
    public IReadOnlyList<StubSend> Sends => [.. _sends];

    /// <summary>Accounts that an app was subscribed to, oldest first.</summary>
    public ConcurrentQueue<string> Subscriptions { get; } = new();

    /// <summary>Starts a platform without numbers.</summary>
    public static async Task<GraphStub> StartAsync(CancellationToken cancellationToken = default)
    {
        var stub = new GraphStub();
        stub._app = await LoopbackApp.StartAsync(
            app =>
            {
                app.MapGet("/{version}/{id}", stub.ReadNumber);
                app.MapGet("/{version}/{id}/phone_numbers", stub.ListNumbers);
                app.MapGet("/{version}/{id}/subscribed_apps", stub.ListApps);
                app.MapPost("/{version}/{id}/messages", stub.SendAsync);
                app.MapPost("/{version}/{id}/subscribed_apps", stub.Subscribe);
            },
            cancellationToken);
        return stub;
    }

    /// <summary>Adds a business number.</summary>
    public void Add(StubNumber number) => _numbers[number.Id] = number;

    /// <summary>Messages to one person, oldest first.</summary>
    public IReadOnlyList<StubSend> SentTo(string person) => [.. _sends.Where(send => send.To == person)];

    /// <summary>Waits until so many messages went to a person.</summary>
    public async Task<IReadOnlyList<StubSend>> WaitForAsync(string person, int count, CancellationToken cancellationToken)
    {
        await Eventually.HoldsAsync($"{count} messages to one person", () => SentTo(person).Count >= count, Patience, cancellationToken);
        return SentTo(person);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private IResult ReadNumber(HttpRequest request, string id) => Refusal(request, id) ?? Json(200, new JsonObject
    {
        ["id"] = id,
        ["display_phone_number"] = "+1 555-010-0000",
        ["verified_name"] = "A Shop",
        ["quality_rating"] = "GREEN",
        ["platform_type"] = "CLOUD_API",
        ["throughput"] = new JsonObject { ["level"] = "STANDARD" },
    });

    private IResult ListNumbers(HttpRequest request) => List(
        [.. _numbers.Values.Where(number => number.AccessToken == TokenOf(request)).Select(number => new JsonObject { ["id"] = number.Id, ["display_phone_number"] = "+1 555-010-0000" })]);

    private IResult ListApps() => List([]);

    private static IResult List(JsonObject[] items) => Json(200, new JsonObject { ["data"] = new JsonArray([.. items]) });

    private async Task<IResult> SendAsync(HttpRequest request, string id)
    {
        if (Refusal(request, id) is { } refusal)
            return refusal;
        var body = (JsonObject)(await JsonNode.ParseAsync(request.Body))!;
        if ((string?)body["status"] == "read")
            return Json(200, new JsonObject { ["success"] = true });
        var send = new StubSend(id, TokenOf(request), body);
        _sends.Enqueue(send);
        var number = Interlocked.Increment(ref _last);
        var message = Convert.ToBase64String(Encoding.ASCII.GetBytes($"stub-{number.ToString(CultureInfo.InvariantCulture)}"));
        return Json(200, new JsonObject
        {
            ["messaging_product"] = "whatsapp",
            ["contacts"] = new JsonArray(new JsonObject { ["input"] = (string?)body["to"], ["wa_id"] = send.To }),
            ["messages"] = new JsonArray(new JsonObject { ["id"] = $"wamid.{message}" }),
        });
    }

    private IResult Subscribe(HttpRequest request, string id)
    {
        if (_numbers.Values.All(number => number.AccessToken != TokenOf(request)))
            return Error(401, 190, "Invalid OAuth access token - Cannot parse access token");
        Subscriptions.Enqueue(id);
        return Json(200, new JsonObject { ["success"] = true });
    }

    private IResult? Refusal(HttpRequest request, string id)
    {
        var token = TokenOf(request);
        if (_numbers.Values.All(number => number.AccessToken != token))
            return Error(401, 190, "Invalid OAuth access token - Cannot parse access token");
        return _numbers.TryGetValue(id, out var known) && known.AccessToken == token
            ? null
            : Error(400, 100, "Unsupported request. The object does not exist or cannot be loaded due to missing permissions");
    }

    private static string TokenOf(HttpRequest request)
    {
        var header = request.Headers.Authorization.ToString();
        return header.StartsWith("Bearer ", StringComparison.Ordinal) ? header[7..] : "";
    }

    private static IResult Error(int status, int code, string message) => Json(status, new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = "OAuthException", ["code"] = code, ["fbtrace_id"] = "AStubTrace" },
    });

    private static IResult Json(int status, JsonObject body) => Results.Text(body.ToJsonString(), "application/json", Encoding.UTF8, status);
}
