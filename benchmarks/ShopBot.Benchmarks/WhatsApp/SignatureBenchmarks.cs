using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using WhatsApp.Client.Webhooks;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>Checking a delivery's signature, beside the bare hash.</summary>
[MemoryDiagnoser]
public class SignatureBenchmarks
{
    private const string Secret = "0123456789abcdef0123456789abcdef";
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);
    private static readonly string[] Secrets = [Secret];
    private readonly byte[] _hash = new byte[HMACSHA256.HashSizeInBytes];
    private byte[] _body = [];
    private string _header = "";

    [Params(false, true)]
    public bool Batch { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        _body = Batch ? WebhookBodies.BatchOf50 : WebhookBodies.OneMessage;
        _header = WebhookSignature.Sign(_body, Secret);
    }

    [Benchmark(Baseline = true, Description = "bare hash")]
    public int BareHash() => HMACSHA256.HashData(Key, _body, _hash);

    [Benchmark(Description = "verify signature")]
    public WebhookSignatureResult Verify() => WebhookSignature.Verify(_body, _header, Secrets);
}
