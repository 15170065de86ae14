using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.AspNetCore.Tests.Flows;

/// <summary>Requests and answers were encrypted by <c>flow-vectors.py</c>, another implementation.</summary>
public sealed class FlowEndpointTests : IAsyncDisposable
{
    private const string Secret = "secret-of-the-store";
    private static readonly JsonNode File = JsonNode.Parse(System.IO.File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Flows", "flow-vectors.json")))!;
    private readonly WebApplication _app;
    private readonly HttpClient _client;
    private readonly Seen _seen = new();

    public FlowEndpointTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_seen);
        builder.Services.AddWhatsAppFlows<Handler>();
        _app = builder.Build();
        _app.MapWhatsAppFlow("/flow/{store}");
        _app.Start();
        _client = new HttpClient { BaseAddress = new Uri(_app.Urls.Single()) };
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
        _seen.Keys.Dispose();
    }

    [Theory]
    [InlineData("ping", 200)]
    [InlineData("init", 200)]
    [InlineData("submit", 200)]
    [InlineData("error", 200)]
    [InlineData("expired", 427)]
    public async Task Answer_is_the_one_another_implementation_encrypted(string name, int status)
    {
        using var response = await PostAsync(Request(name), Secret);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("text/plain", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            (string?)File["vectors"]![name]!["answers"]!.AsObject().Single().Value,
            await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Handler_gets_what_the_flow_sent_but_no_ping_and_no_error_notice()
    {
        foreach (var name in new[] { "ping", "submit", "error" })
            (await PostAsync(Request(name), Secret)).Dispose();

        var request = Assert.Single(_seen.Requests);
        Assert.Equal(("data_exchange", "START", "tok-7", "3.0", "a"), (request.Action, request.Screen, request.FlowToken, request.Version, request.RouteValues["store"]));
        Assert.Equal("Mira Ä 🙂", (string?)JsonNode.Parse(request.Data.Span)!["name"]);
        Assert.Equal("no such screen", (string?)JsonNode.Parse(Assert.Single(_seen.Errors).Data.Span)!["error_message"]);
        Assert.DoesNotContain("Mira", request.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another secret")]
    public async Task Wrong_signature_is_432(string? secret)
    {
        using var response = await PostAsync(Request("ping"), secret);

        Assert.Equal(432, (int)response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("encrypted_flow_data")]
    [InlineData("encrypted_aes_key")]
    [InlineData("initial_vector")]
    public async Task Changed_part_is_421(string part)
    {
        var body = JsonNode.Parse(Request("submit"))!.AsObject();
        var bytes = Convert.FromBase64String((string)body[part]!);
        bytes[0] ^= 1;
        body[part] = Convert.ToBase64String(bytes);
        using var changed = await PostAsync(body.ToJsonString(), Secret);
        Assert.Equal(421, (int)changed.StatusCode);

        body[part] = "not base64!";
        using var broken = await PostAsync(body.ToJsonString(), Secret);
        Assert.Equal(421, (int)broken.StatusCode);

        body.Remove(part);
        using var missing = await PostAsync(body.ToJsonString(), Secret);
        Assert.Equal(421, (int)missing.StatusCode);
        Assert.Empty(_seen.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("hello")]
    [InlineData("{\"encrypted_flow_data\":\"\",\"encrypted_aes_key\":\"\",\"initial_vector\":\"\"}")]
    public async Task Body_that_is_no_envelope_is_421(string body)
    {
        using var response = await PostAsync(body, Secret);

        Assert.Equal(421, (int)response.StatusCode);
    }

    [Fact]
    public async Task Address_nobody_owns_is_404_and_a_body_too_large_413()
    {
        using var nobody = await PostAsync(Request("ping"), Secret, "/flow/nobody");
        Assert.Equal(404, (int)nobody.StatusCode);
        using var large = await PostAsync(new string(' ', (4 * 1024 * 1024) + 1), Secret);
        Assert.Equal(413, (int)large.StatusCode);
    }

    private static string Request(string name) => File["vectors"]![name]!["request"]!.ToJsonString();

    private async Task<HttpResponseMessage> PostAsync(string body, string? secret, string path = "/flow/a")
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(bytes) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (secret is not null)
            request.Headers.Add(WebhookSignature.HeaderName, WebhookSignature.Sign(bytes, secret));
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    public sealed class Seen
    {
        public FlowKeys Keys { get; } = new((string)File["private_key"]!, [Secret]);

        public List<FlowRequest> Requests { get; } = [];

        public List<FlowRequest> Errors { get; } = [];
    }

    public sealed class Handler(Seen seen) : IWhatsAppFlowHandler
    {
        public ValueTask<FlowKeys?> FindKeysAsync(IReadOnlyDictionary<string, string> routeValues, CancellationToken cancellationToken) =>
            new(routeValues["store"] == "a" ? seen.Keys : null);

        public ValueTask<FlowResponse> HandleAsync(FlowRequest request, CancellationToken cancellationToken)
        {
            seen.Requests.Add(request);
            return new(request.Action switch
            {
                "INIT" => FlowResponse.Show("START", """{"branches":["mitte"]}"""u8.ToArray()),
                "BACK" => FlowResponse.TokenExpired("This order was sent already."),
                _ => FlowResponse.Complete(request.FlowToken!, new Dictionary<string, string> { ["branch"] = (string)JsonNode.Parse(request.Data.Span)!["branch"]! }),
            });
        }

        public ValueTask ErrorAsync(FlowRequest request, CancellationToken cancellationToken)
        {
            seen.Errors.Add(request);
            return ValueTask.CompletedTask;
        }
    }
}
