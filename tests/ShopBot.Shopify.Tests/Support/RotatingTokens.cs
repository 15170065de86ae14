using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ShopBot.Shopify.Tests.Support;

/// <summary>
/// Shopify's token endpoint written from its reference: a refresh token gives a new pair; it may be used again until its replacement was used
/// (here: until the replacement's own refresh token was). The next answers can be held back.
/// </summary>
internal sealed class RotatingTokens : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Hold> _holds = new();
    private readonly Dictionary<string, string> _predecessors = [];
    private readonly HashSet<string> _retired = [];
    private int _refreshes;

    private RotatingTokens(WebApplication app) => _app = app;

    public string Url => _app.Urls.Single();

    /// <summary>How many refreshes were asked for.</summary>
    public int Refreshes => Volatile.Read(ref _refreshes);

    /// <summary>Refresh tokens that were used when they no longer could be: lost pairs.</summary>
    public ConcurrentQueue<string> Refused { get; } = new();

    public static async Task<RotatingTokens> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var made = new RotatingTokens(app);
        app.MapPost("/admin/oauth/access_token", (RequestDelegate)made.AnswerAsync);
        await app.StartAsync(TestContext.Current.CancellationToken);
        return made;
    }

    /// <summary>The next refresh is done, but its answer waits.</summary>
    public Hold HoldNextAnswer()
    {
        var hold = new Hold();
        _holds.Enqueue(hold);
        return hold;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var hold in _holds)
            hold.Release();
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var body = (await JsonNode.ParseAsync(context.Request.Body))!;
        var number = Interlocked.Increment(ref _refreshes);
        var pair = Refresh((string?)body["refresh_token"] ?? "", number);
        if (_holds.TryDequeue(out var hold))
            await hold.WaitAsync(context.RequestAborted);
        context.Response.StatusCode = pair is null ? 400 : 200;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(pair ?? """{"error":"invalid_grant"}""", context.RequestAborted);
    }

    private string? Refresh(string refreshToken, int number)
    {
        lock (_gate)
        {
            if (_retired.Contains(refreshToken) || !refreshToken.StartsWith("shprt-", StringComparison.Ordinal))
            {
                Refused.Enqueue(refreshToken);
                return null;
            }

            if (_predecessors.TryGetValue(refreshToken, out var used))
                _retired.Add(used);
            _predecessors[$"shprt-{number}"] = refreshToken;
            return $$"""{"access_token":"shpat-{{number}}","scope":"read_products","expires_in":3600,"refresh_token":"shprt-{{number}}","refresh_token_expires_in":7776000}""";
        }
    }

    /// <summary>One answer held back.</summary>
    internal sealed class Hold
    {
        private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => _reached.Task;

        public void Release() => _released.TrySetResult();

        public async Task WaitAsync(CancellationToken cancellationToken)
        {
            _reached.TrySetResult();
            await _released.Task.WaitAsync(cancellationToken);
        }
    }
}
