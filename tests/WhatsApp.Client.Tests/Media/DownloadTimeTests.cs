using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace WhatsApp.Client.Tests.Media;

/// <summary>Slow, stalled and cancelled downloads, and what is written about them.</summary>
public sealed class DownloadTimeTests
{
    private static readonly MediaId Id = new("900100");

    [Fact]
    public async Task Slow_file_may_take_as_long_as_it_moves()
    {
        await using var cloud = new MediaCloud();
        using var next = new SemaphoreSlim(0);
        cloud.OnLookUp();
        cloud.OnFileInParts("/file", async context =>
        {
            for (var sent = 1000; sent < MediaCloud.Picture.Length; sent += 19_900)
            {
                await next.WaitAsync(context.RequestAborted);
                await context.Response.Body.WriteAsync(MediaCloud.Picture.AsMemory(sent, 19_900));
                await context.Response.Body.FlushAsync();
            }
        }, MediaCloud.Picture.Length);

        await using var download = await cloud.Sender.DownloadMediaAsync(Id, cancellationToken: MediaCloud.Cancel);
        var bytes = new byte[MediaCloud.Picture.Length];
        await download.Content.ReadExactlyAsync(bytes.AsMemory(0, 1000), MediaCloud.Cancel);
        for (var read = 1000; read < bytes.Length; read += 19_900)
        {
            var piece = download.Content.ReadExactlyAsync(bytes.AsMemory(read, 19_900), MediaCloud.Cancel);
            cloud.Clock.Advance(TimeSpan.FromSeconds(29));
            next.Release();
            await piece;
            cloud.Clock.Advance(TimeSpan.FromMinutes(2));
        }

        Assert.Equal(MediaCloud.Picture, bytes);
    }

    [Fact]
    public async Task File_that_stands_still_ends()
    {
        await using var cloud = new MediaCloud(options => options.MediaIdleTimeout = TimeSpan.FromSeconds(3));
        cloud.OnLookUp();
        cloud.OnFileInParts("/file", Hang, MediaCloud.Picture.Length);

        await using var download = await cloud.Sender.DownloadMediaAsync(Id, cancellationToken: MediaCloud.Cancel);
        var bytes = new byte[1000];
        await download.Content.ReadExactlyAsync(bytes, MediaCloud.Cancel);
        var read = download.Content.ReadAsync(bytes, MediaCloud.Cancel).AsTask();
        cloud.Clock.Advance(TimeSpan.FromSeconds(4));

        MediaCloud.AssertNothingPrivate(await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => read));
        await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => download.Content.ReadAsync(bytes, MediaCloud.Cancel).AsTask());
    }

    [Fact]
    public async Task Host_that_never_answers_ends()
    {
        await using var cloud = new MediaCloud();
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        cloud.OnLookUp();
        cloud.On("/file", context =>
        {
            asked.SetResult();
            return Hang(context);
        });

        var download = cloud.DownloadAsync();
        await asked.Task;
        cloud.Clock.Advance(TimeSpan.FromSeconds(31));

        await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => download);
    }

    [Fact]
    public async Task Cancelled_read_is_cancelled()
    {
        await using var cloud = new MediaCloud();
        using var cancel = new CancellationTokenSource();
        cloud.OnLookUp();
        cloud.OnFileInParts("/file", Hang, MediaCloud.Picture.Length);

        await using var download = await cloud.Sender.DownloadMediaAsync(Id, cancellationToken: MediaCloud.Cancel);
        var copy = download.CopyToAsync(Stream.Null, cancel.Token);
        await cancel.CancelAsync();

        Assert.Equal(cancel.Token, (await Assert.ThrowsAnyAsync<OperationCanceledException>(() => copy)).CancellationToken);
    }

    [Fact]
    public async Task Download_left_in_the_middle_ends_quietly()
    {
        await using var cloud = new MediaCloud();
        cloud.OnLookUp();
        cloud.OnFileInParts("/file", Hang, MediaCloud.Picture.Length);

        var download = await cloud.Sender.DownloadMediaAsync(Id, cancellationToken: MediaCloud.Cancel);
        await download.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => download.Content.ReadAsync(new byte[1], MediaCloud.Cancel).AsTask());
    }

    [Fact]
    public async Task Nothing_written_at_any_level_holds_address_or_token()
    {
        using var logs = new Lines();
        await using var cloud = new MediaCloud(logs: logs);
        cloud.OnLookUp();
        cloud.OnFile();

        await cloud.DownloadAsync();
        await cloud.Sender.GetTokenInfoAsync(cancellationToken: MediaCloud.Cancel).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.DoesNotContain(logs.Written, line => line.Contains("s3cret", StringComparison.Ordinal) || line.Contains(MediaCloud.Token, StringComparison.Ordinal));
    }

    private static Task Hang(HttpContext context) =>
        Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    private sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Written { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Written.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Written.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
