using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ShopBot.Benchmarks.Shopping;
using ShopBot.Engine.Security;
using ShopBot.Engine.Stores;

namespace ShopBot.Benchmarks.Encryption;

/// <summary>A conversation's document to its encrypted form and back, bound to its place, beside AES-256-GCM alone: one cipher object, buffers, nonce and additional data made before.</summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class EncryptionBenchmarks
{
    private const int TagSize = 16;
    private const string Row = "whatsapp:0198f3b2a7c84e2e8f7a6b5c4d3e2f10";
    private readonly byte[] _key = StoreCipher.NewDataKey();
    private readonly byte[] _nonce = RandomNumberGenerator.GetBytes(12);
    private readonly byte[] _tag = new byte[TagSize];
    private readonly byte[] _validTag = new byte[TagSize];
    private readonly byte[] _place = RandomNumberGenerator.GetBytes(86);
    private AesGcm _aes = null!;
    private StoreCipher _cipher = null!;
    private byte[] _plain = [];
    private byte[] _sealed = [];
    private byte[] _encrypted = [];
    private byte[] _opened = [];
    private byte[] _valid = [];

    [GlobalSetup]
    public async Task SetupAsync()
    {
        _plain = (await ShoppingTurns.DocumentAsync(await ShoppingTurns.CartAsync())).ToUtf8Bytes();
        _aes = new AesGcm(_key, TagSize);
        _cipher = new StoreCipher(StoreId.New(TimeProvider.System.GetUtcNow()), _key);
        _sealed = Protect();
        (_encrypted, _opened, _valid) = (new byte[_plain.Length], new byte[_plain.Length], new byte[_plain.Length]);
        _aes.Encrypt(_nonce, _plain, _valid, _validTag, _place);
    }

    [GlobalCleanup]
    public void Cleanup() => _aes.Dispose();

    [Benchmark(Baseline = true, Description = "AesGcm.Encrypt")]
    [BenchmarkCategory("encrypt")]
    public void EncryptAlone() => _aes.Encrypt(_nonce, _plain, _encrypted, _tag, _place);

    [Benchmark(Description = "AesGcm.Encrypt, random nonce")]
    [BenchmarkCategory("encrypt")]
    public void EncryptWithRandomNonce()
    {
        Span<byte> nonce = stackalloc byte[12];
        RandomNumberGenerator.Fill(nonce);
        _aes.Encrypt(nonce, _plain, _encrypted, _tag, _place);
    }

    [Benchmark(Description = "encrypt document")]
    [BenchmarkCategory("encrypt")]
    public byte[] Protect() => _cipher.Protect(_plain, Places.Lanes, Places.State, Row);

    [Benchmark(Baseline = true, Description = "AesGcm.Decrypt")]
    [BenchmarkCategory("decrypt")]
    public void DecryptAlone() => _aes.Decrypt(_nonce, _valid, _validTag, _opened, _place);

    [Benchmark(Description = "decrypt document")]
    [BenchmarkCategory("decrypt")]
    public byte[] Unprotect() => _cipher.Unprotect(_sealed, Places.Lanes, Places.State, Row);
}
