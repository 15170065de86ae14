using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Org.BouncyCastle.Crypto.Engines;
using Org.BouncyCastle.Crypto.Modes;
using Org.BouncyCastle.Crypto.Parameters;
using WhatsApp.Client.AspNetCore;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>
/// One request of a flow from its bytes to the encrypted answer: signature, RSA, AES-GCM twice, the handler. Beside it the RSA decryption alone, which is what most of the
/// time goes into, and a request with a wrong signature, which costs no RSA.
/// </summary>
[MemoryDiagnoser]
public class FlowEndpointBenchmarks
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private readonly RSA _rsa = RSA.Create(2048);
    private WebApplication _app = null!;
    private RequestDelegate _endpoint = null!;
    private byte[] _body = [];
    private byte[] _wrappedKey = [];
    private string _signature = "";

    /// <summary>How much a screen sends.</summary>
    [Params(200, 20_000)]
    public int Size { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        Answers.Keys = new FlowKeys(_rsa.ExportPkcs8PrivateKeyPem(), [Secret]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddWhatsAppFlows<Answers>();
        _app = builder.Build();
        _app.MapWhatsAppFlow("/flow");
        _endpoint = ((IEndpointRouteBuilder)_app).DataSources.SelectMany(source => source.Endpoints).Single().RequestDelegate!;

        var (key, vector) = (RandomNumberGenerator.GetBytes(16), RandomNumberGenerator.GetBytes(16));
        var plain = Encoding.UTF8.GetBytes($$$"""{"version":"3.0","action":"data_exchange","screen":"START","flow_token":"tok-7","data":{"note":"{{{new string('x', Size)}}}"}}""");
        var cipher = new GcmBlockCipher(new AesEngine());
        cipher.Init(forEncryption: true, new AeadParameters(new KeyParameter(key), 128, vector));
        var data = new byte[cipher.GetOutputSize(plain.Length)];
        cipher.DoFinal(data, cipher.ProcessBytes(plain, 0, plain.Length, data, 0));
        _wrappedKey = _rsa.Encrypt(key, RSAEncryptionPadding.OaepSHA256);
        _body = Encoding.UTF8.GetBytes(
            $$"""{"encrypted_flow_data":"{{Convert.ToBase64String(data)}}","encrypted_aes_key":"{{Convert.ToBase64String(_wrappedKey)}}","initial_vector":"{{Convert.ToBase64String(vector)}}"}""");
        _signature = WebhookSignature.Sign(_body, Secret);
    }

    [GlobalCleanup]
    public async Task CleanupAsync()
    {
        await _app.DisposeAsync();
        _rsa.Dispose();
    }

    [Benchmark(Description = "answer flow")]
    public async Task<int> Answer() => await RunAsync(_signature, 200);

    [Benchmark(Description = "refuse wrong signature")]
    public async Task<int> WrongSignature() => await RunAsync("sha256=00", 432);

    [Benchmark(Baseline = true, Description = "RSA alone")]
    public int RsaAlone() => _rsa.Decrypt(_wrappedKey, RSAEncryptionPadding.OaepSHA256).Length;

    private async Task<int> RunAsync(string signature, int expected)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        using var answer = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.Request.Method = "POST";
        context.Request.Body = new MemoryStream(_body);
        context.Request.ContentLength = _body.Length;
        context.Request.Headers[WebhookSignature.HeaderName] = signature;
        context.Response.Body = answer;
        await _endpoint(context);
        await context.Response.CompleteAsync();
        return context.Response.StatusCode == expected ? (int)answer.Length : throw new InvalidOperationException($"HTTP {context.Response.StatusCode}");
    }

    internal sealed class Answers : IWhatsAppFlowHandler
    {
        public static FlowKeys Keys { get; set; } = null!;

        public ValueTask<FlowKeys?> FindKeysAsync(IReadOnlyDictionary<string, string> routeValues, CancellationToken cancellationToken) => new(Keys);

        public ValueTask<FlowResponse> HandleAsync(FlowRequest request, CancellationToken cancellationToken) =>
            new(FlowResponse.Show("NEXT", """{"times":["18:00","20:00"]}"""u8.ToArray()));
    }
}
