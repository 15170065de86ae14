using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace WhatsApp.Emulator.Tests;

/// <summary>The other end: an endpoint that keeps every webhook as raw bytes and answers what the test wants.</summary>
public sealed class Bot : IAsyncDisposable
{
    private readonly WebApplication _app;

    private Bot(WebApplication app, Uri url) => (_app, Url) = (app, url);

    public Uri Url { get; }
    public string VerifyToken { get; set; } = "verify me";
    public string? HandshakeAnswer { get; set; }
    public Func<int, int> Answer { get; set; } = _ => 200;
    public Func<Task> BeforeAnswer { get; set; } = () => Task.CompletedTask;
    public ConcurrentQueue<Received> Posts { get; } = new();

    public IEnumerable<JsonElement> Values => Posts.SelectMany(post => post.Json.GetProperty("entry").EnumerateArray())
        .SelectMany(entry => entry.GetProperty("changes").EnumerateArray())
        .Select(change => change.GetProperty("value"));

    public IEnumerable<(JsonElement Entry, string Field, JsonElement Value)> Changes =>
        from post in Posts
        from entry in post.Json.GetProperty("entry").EnumerateArray()
        from change in entry.GetProperty("changes").EnumerateArray()
        select (entry, change.GetProperty("field").GetString()!, change.GetProperty("value"));

    public JsonElement[] Messages => [.. Items("messages")];
    public JsonElement[] Statuses => [.. Items("statuses")];

    public static async Task<Bot> StartAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        Bot? bot = null;
        app.Run(context => bot!.HandleAsync(context));
        await app.StartAsync(TestContext.Current.CancellationToken);
        return bot = new Bot(app, new Uri(new Uri(app.Urls.First()), "/whatsapp/webhook"));
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    /// <summary>The values that arrived under a field.</summary>
    public JsonElement[] Of(string field) => [.. Changes.Where(change => change.Field == field).Select(change => change.Value)];

    public string[] StatusNames => [.. Statuses.Select(status => status.GetProperty("status").GetString()!)];

    private IEnumerable<JsonElement> Items(string list) =>
        Values.Where(value => value.TryGetProperty(list, out _)).SelectMany(value => value.GetProperty(list).EnumerateArray());

    private async Task HandleAsync(HttpContext context)
    {
        if (context.Request.Method == "GET")
        {
            var query = context.Request.Query;
            var good = query["hub.mode"] == "subscribe" && query["hub.verify_token"] == VerifyToken;
            context.Response.StatusCode = good ? 200 : 403;
            await context.Response.WriteAsync(good ? HandshakeAnswer ?? query["hub.challenge"].ToString() : "");
            return;
        }

        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        Posts.Enqueue(new Received(buffer.ToArray(), context.Request.Headers["X-Hub-Signature-256"].ToString(), context.Request.ContentType ?? ""));
        var number = Posts.Count;
        await BeforeAnswer();
        context.Response.StatusCode = Answer(number);
    }

    public sealed record Received(byte[] Body, string Signature, string ContentType)
    {
        public string Text => Encoding.UTF8.GetString(Body);
        public JsonElement Json => JsonDocument.Parse(Body).RootElement;
    }
}
