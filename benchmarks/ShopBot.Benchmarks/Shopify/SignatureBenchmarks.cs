using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Shopify.Client.Auth;
using Shopify.Client.Webhooks;

namespace ShopBot.Benchmarks.Shopify;

/// <summary>Checking a webhook of 10 kB and the query of an OAuth callback, each beside the bare hash of the same bytes.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkDotNet.Configs.BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class ShopifySignatureBenchmarks
{
    private const string Secret = "shpss_0123456789abcdef0123456789abcdef";
    private const string SignedQuery = "code=0907a61c0c8d55e99db179b68161bc00&host=YWRtaW4uc2hvcGlmeS5jb20vc3RvcmUvZGVtbw&shop=demo-shop.myshopify.com&state=4f1c2a90b7d34c5e8f6a7b8c9d0e1f20&timestamp=1763800000";
    private static readonly byte[] Key = Encoding.UTF8.GetBytes(Secret);
    private static readonly byte[] Text = Encoding.UTF8.GetBytes(SignedQuery);
    private static readonly string[] Secrets = [Secret];
    private static readonly string Query = $"?{SignedQuery}&hmac={Convert.ToHexStringLower(HMACSHA256.HashData(Key, Text))}";
    private static readonly byte[] Body = Encoding.UTF8.GetBytes($"{{\"id\":820982911946154508,\"note\":\"{new string('x', 10_200)}\"}}");
    private static readonly string Header = ShopifyWebhookSignature.Sign(Body, Secret);
    private readonly byte[] _hash = new byte[HMACSHA256.HashSizeInBytes];

    [Benchmark(Baseline = true, Description = "bare hash")]
    [BenchmarkCategory("webhook")]
    public int BareHashOfBody() => HMACSHA256.HashData(Key, Body, _hash);

    [Benchmark(Description = "verify Shopify webhook")]
    [BenchmarkCategory("webhook")]
    public bool VerifyWebhook() => ShopifyWebhookSignature.Verify(Body, Header, Secrets);

    [Benchmark(Baseline = true, Description = "bare hash of the query")]
    [BenchmarkCategory("query")]
    public int BareHashOfQuery() => HMACSHA256.HashData(Key, Text, _hash);

    [Benchmark(Description = "verify OAuth query")]
    [BenchmarkCategory("query")]
    public bool VerifyQuery() => ShopifyQueryHmac.Verify(Query, Secrets);
}
