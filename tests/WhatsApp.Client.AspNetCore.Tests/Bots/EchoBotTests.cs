using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsApp.Client.AspNetCore.Tests.Webhooks;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore.Tests.Bots;

/// <summary>Runs the sample itself, against a server in place of the Cloud API.</summary>
public sealed class EchoBotTests : IAsyncDisposable
{
    private readonly ConcurrentQueue<JsonNode> _sent = [];
    private readonly WebApplication _cloudApi;
    private int _failures;

    public EchoBotTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _cloudApi = builder.Build();
        _cloudApi.MapPost("/v25.0/111/messages", (RequestDelegate)(async context =>
        {
            Assert.Equal("Bearer the-token", context.Request.Headers.Authorization);
            if (Interlocked.Decrement(ref _failures) >= 0)
            {
                context.Response.StatusCode = 500;
                return;
            }

            _sent.Enqueue((await JsonNode.ParseAsync(context.Request.Body))!);
            await context.Response.WriteAsync("""{"messages":[{"id":"wamid.OUT="}]}""");
        }));
        _cloudApi.Start();
    }

    public ValueTask DisposeAsync() => _cloudApi.DisposeAsync();

    private WebApplicationFactory<Program> Bot() => new WebApplicationFactory<Program>().WithWebHostBuilder(builder => builder
        .ConfigureLogging(logging => logging.ClearProviders())
        .UseSetting("WhatsApp:BaseUrl", _cloudApi.Urls.Single())
        .UseSetting("WhatsApp:AccessToken", "the-token")
        .UseSetting("WhatsApp:PhoneNumberId", "111")
        .UseSetting("WhatsApp:VerifyToken", "my-token")
        .UseSetting("WhatsApp:AppSecret", "the-secret"));

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/whatsapp/webhook") { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Hub-Signature-256", WebhookSignature.Sign(bytes, "the-secret"));
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task A_text_is_echoed_once_even_if_delivered_twice()
    {
        await using var bot = Bot();
        using var client = bot.CreateClient();
        var body = Delivery.Of(Delivery.Message("111", "wamid.1", text: "Good day"));

        Assert.Equal(200, (int)(await PostAsync(client, body)).StatusCode);
        Assert.Equal(200, (int)(await PostAsync(client, body)).StatusCode);

        var reply = Assert.Single(_sent);
        Assert.Equal("+4915550001111", (string?)reply["to"]);
        Assert.Equal("You said: Good day", (string?)reply["text"]!["body"]);
    }

    [Fact]
    public async Task A_reply_that_fails_does_not_cost_the_next_one()
    {
        _failures = 1;
        await using var bot = Bot();
        using var client = bot.CreateClient();

        var response = await PostAsync(client, Delivery.Of(Delivery.Message("111", "wamid.1", text: "one"), Delivery.Message("111", "wamid.2", text: "two")));

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("You said: two", (string?)Assert.Single(_sent)["text"]!["body"]);
    }

    [Fact]
    public async Task The_handshake_is_answered()
    {
        await using var bot = Bot();
        using var client = bot.CreateClient();

        var answer = await client.GetStringAsync(
            new Uri("/whatsapp/webhook?hub.mode=subscribe&hub.challenge=42&hub.verify_token=my-token", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal("42", answer);
    }
}
