using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>
/// Building, checking and posting three reply buttons, beside posting bytes made before with a plain <see cref="HttpClient"/>. The loopback
/// server allocates nothing, so the bytes are the client's; without a network only what stands above the handler is left.
/// </summary>
[MemoryDiagnoser]
public class SendBenchmarks
{
    /// <summary>What the requests go through.</summary>
    public enum Transport
    {
        Loopback,
        InMemory,
    }

    private const string Token = "EAAG0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private static readonly Recipient Person = new Recipient.Phone("+4915550001111");
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private readonly SendOptions _options = new() { BizOpaqueCallbackData = "0198f3b2a7c84e2e" };
    private LoopbackAnswers? _server;
    private ServiceProvider? _services;
    private HttpClient _client = new();
    private WhatsAppSender? _sender;
    private Uri? _address;
    private byte[] _body = [];

    [Params(Transport.Loopback, Transport.InMemory)]
    public Transport Through { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _server = new LoopbackAnswers(SendBodies.Answer);
        var baseUrl = new Uri($"http://127.0.0.1:{_server.Port}");
        _address = new Uri(baseUrl, "v25.0/106540352242922/messages");
        _body = SendBodies.Request;
        _client = new HttpClient(Handler());
        var services = new ServiceCollection();
        services.AddWhatsAppClient(options =>
        {
            options.BaseUrl = baseUrl;
            // Pacing counts every message, at limits no benchmark reaches.
            options.Pacing.MessagesPerSecond = 1_000_000;
            options.Pacing.PairInterval = TimeSpan.FromTicks(1);
        }).ConfigurePrimaryHttpMessageHandler(Handler);
        _services = services.BuildServiceProvider();
        _sender = _services.GetRequiredService<WhatsAppClient>().For(new WhatsAppAccount(new PhoneNumberId("106540352242922"), Token));
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _client.Dispose();
        _services?.Dispose();
        _server?.Dispose();
    }

    [Benchmark(Baseline = true, Description = "post prebuilt body")]
    public async Task<int> PostPrebuilt()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", Token);
        request.Content = new ByteArrayContent(_body) { Headers = { ContentType = Json } };
        using var response = await _client.SendAsync(request);
        var answer = await response.Content.ReadAsByteArrayAsync();
        return answer.Length;
    }

    [Benchmark(Description = "send")]
    public Task<SendResult> Send() => _sender!.SendAsync(Person, SendBodies.Buttons(), _options);

    private HttpMessageHandler Handler() => Through == Transport.InMemory
        ? new CannedHandler(Encoding.UTF8.GetBytes(SendBodies.AnswerJson))
        : new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false };

    private sealed class CannedHandler(byte[] answer) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(answer) };
        }
    }
}
