using System.Threading.Channels;

namespace AotSmoke;

/// <summary>Both platforms, as far as the smoke needs them: takes sends, answers one GraphQL query.</summary>
internal sealed class PlatformStub : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<string> _sends = Channel.CreateUnbounded<string>();

    private PlatformStub(WebApplication app) => _app = app;

    public string Url => _app.Urls.First();

    /// <summary>The next message somebody sent, with its bearer token in front.</summary>
    public ValueTask<string> NextSendAsync() => _sends.Reader.ReadAsync(new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token);

    public static async Task<PlatformStub> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stub = new PlatformStub(builder.Build());
        stub._app.Run(stub.AnswerAsync);
        await stub._app.StartAsync();
        return stub;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        using var reader = new StreamReader(context.Request.Body);
        var body = await reader.ReadToEndAsync();
        context.Response.ContentType = "application/json";
        if (context.Request.Path.Value!.EndsWith("/messages", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync("""{"messaging_product":"whatsapp","contacts":[{"input":"+4915550001111","wa_id":"4915550001111"}],"messages":[{"id":"wamid.OUT="}]}""");
            await _sends.Writer.WriteAsync($"{context.Request.Headers.Authorization} {body}");
        }
        else if (context.Request.Path.Value.EndsWith("/800200", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync("""{"id":"800200","display_phone_number":"+49 30 555000","verified_name":"Smoke","status":"CONNECTED"}""");
        }
        else if (context.Request.Path.Value.EndsWith("/subscribed_apps", StringComparison.Ordinal))
        {
            await context.Response.WriteAsync("""{"success":true}""");
        }
        else
        {
            await context.Response.WriteAsync("""
                {"data":{"products":{"nodes":[],"pageInfo":{"hasNextPage":false,"endCursor":null}}},
                 "extensions":{"cost":{"requestedQueryCost":3,"actualQueryCost":2,"throttleStatus":{"maximumAvailable":2000,"currentlyAvailable":1998,"restoreRate":100}}}}
                """);
        }
    }
}
