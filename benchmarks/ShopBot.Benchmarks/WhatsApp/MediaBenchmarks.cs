using System.Security.Cryptography;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client;

namespace ShopBot.Benchmarks.WhatsApp;

/// <summary>Downloading a file with its size and SHA-256 checked, beside copying the same bytes unchecked. Memory must not grow with the file.</summary>
[MemoryDiagnoser]
public class MediaBenchmarks
{
    private LoopbackFiles _files = null!;
    private ServiceProvider _services = null!;
    private WhatsAppSender _sender = null!;
    private HttpClient _http = null!;
    private MediaInfo _media = null!;

    [Params(1, 16)]
    public int MiB { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var content = new byte[MiB * 1024 * 1024];
        new Random(1).NextBytes(content);
        _files = new LoopbackFiles(content);
        var services = new ServiceCollection();
        services.AddWhatsAppClient(options => options.BaseUrl = new Uri(_files.Url, "/"));
        _services = services.BuildServiceProvider();
        _sender = _services.GetRequiredService<WhatsAppClient>().For(new WhatsAppAccount(new PhoneNumberId("800200"), "token"));
        _http = new HttpClient();
        _media = new MediaInfo { Id = new MediaId("900100"), Url = _files.Url, MimeType = "video/mp4", Sha256 = _files.Sha256, FileSize = _files.Length };
    }

    [GlobalCleanup]
    public void Cleanup()
    {
        _http.Dispose();
        _services.Dispose();
        _files.Dispose();
    }

    [Benchmark(Baseline = true, Description = "copy unchecked")]
    public async Task CopyUnchecked()
    {
        await using var stream = await _http.GetStreamAsync(_files.Url);
        await stream.CopyToAsync(Stream.Null);
    }

    /// <summary>The same with the hash, by hand.</summary>
    [Benchmark(Description = "copy and hash")]
    public async Task<byte[]> CopyAndHash()
    {
        await using var stream = await _http.GetStreamAsync(_files.Url);
        return await SHA256.HashDataAsync(stream);
    }

    [Benchmark(Description = "download media")]
    public async Task Download()
    {
        await using var download = await _sender.DownloadMediaAsync(_media);
        await download.CopyToAsync(Stream.Null);
    }
}
