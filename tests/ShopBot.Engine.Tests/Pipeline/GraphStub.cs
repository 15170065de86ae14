using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ShopBot.Engine.Tests.Pipeline;

/// <summary>A Cloud API on a loopback port that a test scripts. Answers every send with a fresh wamid unless told otherwise.</summary>
internal sealed class GraphStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private ImmutableList<SentMessage> _sent = [];

    private GraphStub(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = new("http://127.0.0.1");

    /// <summary>Everything that arrived, answered or not, in order.</summary>
    public IReadOnlyList<SentMessage> Sent => _sent;

    public IEnumerable<string> Texts => Sent.Select(message => message.Text);

    /// <summary>How sends are answered; also sees how many arrived before.</summary>
    public Func<SentMessage, int, Task<GraphAnswer>> Answer { get; set; } = (message, _) => Task.FromResult(GraphAnswer.Taken(message));

    public static async Task<GraphStub> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var stub = new GraphStub(builder.Build());
        stub._app.MapPost("/{version}/{number}/messages", stub.TakeAsync);
        stub._app.MapGet("/{version}/{number}", (string number) => Results.Json(new { id = number, display_phone_number = "+1 555 000 0000", verified_name = "Demo" }));
        stub._app.MapPost("/{version}/{account}/subscribed_apps", () => Results.Json(new { success = true }));
        await stub._app.StartAsync(cancellationToken);
        stub.Url = new Uri(stub._app.Urls.Single());
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context, string number)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var root = body.RootElement;
        if (root.TryGetProperty("status", out _))
        {
            await context.Response.WriteAsJsonAsync(new { success = true });
            return;
        }

        var message = new SentMessage(
            number,
            root.TryGetProperty("to", out var to) ? to.GetString()! : root.GetProperty("recipient").GetString()!,
            root.TryGetProperty("text", out var text) ? text.GetProperty("body").GetString()! : "",
            root.GetProperty("biz_opaque_callback_data").GetString()!,
            context.Request.Headers.Authorization.ToString(),
            $"wamid.{Guid.NewGuid():N}");
        int before;
        lock (_app)
        {
            before = _sent.Count;
            _sent = _sent.Add(message);
        }

        var answer = await Answer(message, before);
        context.Response.StatusCode = answer.Status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.Body);
    }
}

/// <summary>One send as the platform got it.</summary>
internal sealed record SentMessage(string Number, string To, string Text, string CallbackData, string Authorization, string MessageId);

/// <summary>What the platform says to a send.</summary>
internal sealed record GraphAnswer(int Status, string Body)
{
    public static GraphAnswer Taken(SentMessage message) => new(
        200,
        $$"""{"messaging_product":"whatsapp","contacts":[{"input":"{{message.To}}","wa_id":"{{message.To}}"}],"messages":[{"id":"{{message.MessageId}}"}]}""");

    public static GraphAnswer Refused(int code, int status = 400) => new(
        status,
        $$$"""{"error":{"message":"(#{{{code}}}) refused","type":"OAuthException","code":{{{code}}},"error_data":{"messaging_product":"whatsapp","details":"refused"},"fbtrace_id":"Atrace"}}""");

    public static GraphAnswer Broken() => new(500, "<html>Sorry</html>");
}
