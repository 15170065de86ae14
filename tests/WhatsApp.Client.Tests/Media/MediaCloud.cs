using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace WhatsApp.Client.Tests.Media;

/// <summary>A Graph API and a media host of our own, on two ports, that answer each path as told.</summary>
public sealed class MediaCloud : IAsyncDisposable
{
    public const string Token = "EAAG-token-of-800200";
    public const string Secret = "hash=s3cret-signature";
    public static readonly byte[] Picture = [.. Enumerable.Range(0, 200_000).Select(i => (byte)(i * 7))];

    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private readonly ServiceProvider _services;

    public MediaCloud(Action<WhatsAppClientOptions>? configure = null, ILoggerProvider? logs = null)
    {
        Api = new MediaHost(_answers);
        Other = new MediaHost(_answers);
        var services = new ServiceCollection();
        if (logs is not null)
            services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(logs));
        services.AddWhatsAppClient(options =>
        {
            options.BaseUrl = new Uri(Api.Url);
            options.Resilience.Repeats = 0; // nobody moves the clock while a call waits to be repeated
            configure?.Invoke(options);
        });
        services.AddSingleton<TimeProvider>(Clock);
        _services = services.BuildServiceProvider();
        Sender = _services.GetRequiredService<WhatsAppClient>().For(new WhatsAppAccount(new PhoneNumberId("800200"), Token));
    }

    public MediaHost Api { get; }

    public MediaHost Other { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.Zero));

    public WhatsAppSender Sender { get; }

    public static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public void On(string path, RequestDelegate answer) => _answers[path] = answer;

    public void OnJson(string path, string json, int status = 200) => On(path, async context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(json);
    });

    /// <summary>The look-up of media 900100, whose bytes are at <paramref name="path"/>.</summary>
    public void OnLookUp(string path = "/file", byte[]? content = null, string? sha256 = null, string? size = null, string type = "image/png") =>
        OnJson("/v25.0/900100", LookUp(Api.Url + path, content, sha256, size, type));

    public static string LookUp(string url, byte[]? content = null, string? sha256 = null, string? size = null, string type = "image/png") => $$"""
        {"messaging_product":"whatsapp","url":"{{url}}?mid=1&{{Secret}}","mime_type":"{{type}}","sha256":"{{sha256 ?? Hex(content ?? Picture)}}",
         "file_size":{{size ?? (content ?? Picture).Length.ToString(CultureInfo.InvariantCulture)}},"id":"900100"}
        """;

    public void OnFile(string path = "/file", byte[]? content = null, string type = "image/png") => On(path, async context =>
    {
        context.Response.ContentType = type;
        context.Response.ContentLength = (content ?? Picture).Length;
        await context.Response.Body.WriteAsync(content ?? Picture);
    });

    /// <summary>A file whose beginning is sent, and whose rest waits for <paramref name="goOn"/>.</summary>
    public void OnFileInParts(string path, Func<HttpContext, Task> goOn, long? length) => On(path, async context =>
    {
        context.Response.ContentType = "image/png";
        context.Response.ContentLength = length;
        await context.Response.Body.WriteAsync(Picture.AsMemory(0, 1000));
        await context.Response.Body.FlushAsync();
        await goOn(context);
    });

    public async Task<byte[]> DownloadAsync(MediaDownloadOptions? options = null)
    {
        using var buffer = new MemoryStream();
        await Sender.DownloadMediaAsync(new MediaId("900100"), buffer, options, Cancel);
        return buffer.ToArray();
    }

    public async Task<TException> FailAsync<TException>(MediaDownloadOptions? options = null)
        where TException : Exception
    {
        var exception = await Assert.ThrowsAsync<TException>(() => DownloadAsync(options));
        AssertNothingPrivate(exception);
        return exception;
    }

    public static void AssertNothingPrivate(Exception exception)
    {
        foreach (var secret in new[] { Secret, Token, "s3cret", "/file" })
            Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await Api.DisposeAsync();
        await Other.DisposeAsync();
    }
}
