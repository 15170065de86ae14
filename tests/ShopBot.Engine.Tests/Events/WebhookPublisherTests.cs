using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ShopBot.Engine.Events;
using ShopBot.Engine.Tests.Pipeline;

namespace ShopBot.Engine.Tests.Events;

public sealed class WebhookPublisherTests : IAsyncLifetime
{
    private const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    private const string OldSecret = "ZmVkY2JhOTg3NjU0MzIxMGZlZGNiYTk4";

    private readonly ConcurrentQueue<Post> _posts = new();
    private WebApplication? _receiver;
    private int _answer = 204;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _receiver = builder.Build();
        _receiver.MapPost("/hook", async (HttpContext context) =>
        {
            using var reader = new StreamReader(context.Request.Body);
            var headers = context.Request.Headers;
            _posts.Enqueue(new Post(headers["webhook-id"]!, headers["webhook-timestamp"]!, headers["webhook-signature"]!, await reader.ReadToEndAsync()));
            return Results.StatusCode(_answer);
        });
        await _receiver.StartAsync(Token);
    }

    public ValueTask DisposeAsync() => _receiver!.DisposeAsync();

    [Fact]
    public async Task An_event_is_posted_signed_under_both_keys()
    {
        await using var host = await StartAsync();

        await host.SayAsync("hello");
        await host.UntilAsync(() => !_posts.IsEmpty);

        var post = _posts.Single();
        Assert.Equal([$"v1,{Sign(Secret[6..], post)}", $"v1,{Sign(OldSecret, post)}"], post.Signature.Split(' '));
        Assert.Equal(host.Time.GetUtcNow().ToUnixTimeSeconds().ToString(null, null), post.Timestamp);
        using var json = JsonDocument.Parse(post.Body);
        Assert.Equal(EngineEvents.ConversationStarted, json.RootElement.GetProperty("type").GetString());
        Assert.Equal(post.Id, json.RootElement.GetProperty("id").GetString());
        Assert.Equal("text", json.RootElement.GetProperty("data").GetProperty("source").GetString());
    }

    [Theory]
    [InlineData(500)]
    [InlineData(404)]
    [InlineData(302)]
    public async Task Anything_but_success_is_posted_again_with_the_same_id(int answer)
    {
        await using var host = await StartAsync();
        _answer = answer;
        await host.SayAsync("hello");
        await host.UntilAsync(() => !_posts.IsEmpty);
        _answer = 200;

        await host.UntilAsync(() => _posts.Count > 1, TimeSpan.FromMilliseconds(200));

        Assert.Single(_posts.Select(post => post.Id).Distinct());
    }

    [Theory]
    [InlineData("http://example.com/hook", Secret, "https")]
    [InlineData("https://user:password@example.com/hook", Secret, "user name")]
    [InlineData("https://example.com/hook", "c2hvcnQ=", "24 bytes")]
    [InlineData("https://example.com/hook", "not base64!", "24 bytes")]
    [InlineData("https://example.com/hook", null, "24 bytes")]
    public void A_publisher_that_is_not_safe_is_refused(string url, string? secret, string says)
    {
        var refused = Assert.Throws<OptionsValidationException>(() => new ServiceCollection().AddShopBot().PublishEventsTo(o => (o.Url, o.Secret) = (new Uri(url), secret)));

        Assert.Contains(says, refused.Message, StringComparison.Ordinal);
    }

    private static string Sign(string key, Post post) => Convert.ToBase64String(
        HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes($"{post.Id}.{post.Timestamp}.{post.Body}")));

    private Task<EngineHost> StartAsync() => EngineHost.StartAsync(extend: bot => bot.PublishEventsTo(o =>
    {
        o.Url = new Uri(_receiver!.Urls.Single() + "/hook");
        (o.Secret, o.OldSecret) = (Secret, OldSecret);
        o.Kinds.Add(EngineEvents.ConversationStarted);
    }));

    private sealed record Post(string Id, string Timestamp, string Signature, string Body);
}
