using System.Text;
using Microsoft.AspNetCore.Http;

namespace WhatsApp.Client.Tests.Media;

public sealed class UploadTests : IAsyncDisposable
{
    private const string Path = "/v25.0/800200/media";
    private readonly MediaCloud _cloud = new();
    private byte[] _body = [];

    public UploadTests() => _cloud.On(Path, async context =>
    {
        using var buffer = new MemoryStream();
        await context.Request.Body.CopyToAsync(buffer);
        _body = buffer.ToArray();
        await context.Response.WriteAsync("""{"id":"900100"}""");
    });

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    private Task<MediaId> UploadAsync(Stream content, string type = "image/png", string name = "loaf.png") =>
        _cloud.Sender.UploadMediaAsync(content, type, name, MediaCloud.Cancel);

    [Fact]
    public async Task Form_has_the_product_before_the_file_with_type_and_name()
    {
        using var content = new MemoryStream([0, .. "abc"u8, 13, 10]);
        content.Position = 1;

        var id = await UploadAsync(content);

        Assert.Equal(new MediaId("900100"), id);
        var request = Assert.Single(_cloud.Api.Requests);
        Assert.Equal(("POST", "Bearer " + MediaCloud.Token), (request.Method, request.Authorization));
        Assert.StartsWith("ShopBot.WhatsApp.Client", request.UserAgent, StringComparison.Ordinal);
        Assert.Equal(_body.Length, request.ContentLength);
        var boundary = request.ContentType!.Split("boundary=")[1];
        Assert.Equal(
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n" +
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\nimage/png\r\n" +
            $"--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"loaf.png\"\r\nContent-Type: image/png\r\n\r\n" +
            $"abc\r\n\r\n--{boundary}--\r\n",
            Encoding.UTF8.GetString(_body));
    }

    [Fact]
    public async Task Stream_that_cannot_seek_is_sent_whole_and_left_open()
    {
        var content = new UnseekableStream(MediaCloud.Picture);

        await UploadAsync(content);

        Assert.Null(Assert.Single(_cloud.Api.Requests).ContentLength);
        Assert.True(_body.AsSpan().IndexOf(MediaCloud.Picture) > 0);
        Assert.False(content.WasDisposed);
    }

    [Theory]
    [InlineData("image/jpeg", 5 * 1024 * 1024)]
    [InlineData("IMAGE/PNG", 5 * 1024 * 1024)]
    [InlineData("image/webp", 500 * 1024)]
    [InlineData("video/mp4", 16 * 1024 * 1024)]
    [InlineData("video/3gpp", 16 * 1024 * 1024)]
    [InlineData("audio/aac", 16 * 1024 * 1024)]
    [InlineData("audio/amr", 16 * 1024 * 1024)]
    [InlineData("audio/mpeg", 16 * 1024 * 1024)]
    [InlineData("audio/mp4", 16 * 1024 * 1024)]
    [InlineData("audio/ogg; codecs=opus", 16 * 1024 * 1024)]
    [InlineData("text/plain", 100 * 1024 * 1024)]
    [InlineData("application/pdf", 100 * 1024 * 1024)]
    [InlineData("application/vnd.openxmlformats-officedocument.wordprocessingml.document", 100 * 1024 * 1024)]
    public async Task Size_limit_of_each_type_is_checked_before_the_call(string type, int max)
    {
        using var tooLarge = new LengthOnlyStream(max + 1L);

        var exception = await Assert.ThrowsAsync<InvalidMediaException>(() => UploadAsync(tooLarge, type));

        Assert.Equal((max, max + 1L), (exception.MaxBytes, exception.ActualBytes));
        Assert.Empty(_cloud.Api.Requests);
    }

    [Theory]
    [InlineData("image/gif")]
    [InlineData("application/zip")]
    [InlineData("video/quicktime")]
    public async Task Type_the_platform_does_not_take_is_refused_before_the_call(string type)
    {
        using var content = new MemoryStream([1]);

        var exception = await Assert.ThrowsAsync<InvalidMediaException>(() => UploadAsync(content, type));

        Assert.Equal((type, null), (exception.MimeType, exception.MaxBytes));
        Assert.Empty(_cloud.Api.Requests);
    }

    [Fact]
    public async Task File_exactly_at_the_limit_is_sent()
    {
        using var content = new MemoryStream(new byte[500 * 1024]);

        Assert.Equal("900100", (await UploadAsync(content, "image/webp")).Value);
    }

    [Fact]
    public async Task Stream_of_unknown_length_is_broken_off_above_the_limit()
    {
        var arrived = new TaskCompletionSource<bool>(TaskCreationOptions.RunContinuationsAsynchronously);
        _cloud.On(Path, async context =>
        {
            try
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
                arrived.SetResult(true);
            }
            catch (Exception)
            {
                arrived.SetResult(false);
            }
        });

        var exception = await Assert.ThrowsAsync<InvalidMediaException>(() => UploadAsync(new UnseekableStream(new byte[500 * 1024 + 1]), "image/webp"));

        Assert.Equal((500 * 1024, null), (exception.MaxBytes, exception.ActualBytes));
        Assert.False(await arrived.Task);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Empty_file_is_refused(bool canSeek)
    {
        using Stream content = canSeek ? new MemoryStream() : new UnseekableStream([]);

        await Assert.ThrowsAsync<InvalidMediaException>(() => UploadAsync(content));
    }

    [Fact]
    public async Task Validation_can_be_switched_off()
    {
        using var content = new MemoryStream([1]);

        await _cloud.Sender.UploadMediaAsync(
            new MediaUpload { Content = content, MimeType = "application/zip", FileName = "a.zip", Validate = false, TimeToLive = TimeSpan.FromHours(2) },
            MediaCloud.Cancel);

        Assert.Contains("name=\"ttl_minutes\"\r\n\r\n120\r\n", Encoding.UTF8.GetString(_body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Name_is_escaped_and_keeps_its_letters()
    {
        using var content = new MemoryStream([1]);

        await UploadAsync(content, "application/pdf", "Rechnung \"März\" 🥖.pdf");

        Assert.Contains("filename=\"Rechnung %22März%22 🥖.pdf\"", Encoding.UTF8.GetString(_body), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("image/png", "")]
    [InlineData("image/png", "a\r\nX: y")]
    [InlineData("image", "a.png")]
    [InlineData("image/png\r\nX: y", "a.png")]
    [InlineData("", "a.png")]
    public async Task Malformed_type_or_name_is_an_argument_fault(string type, string name)
    {
        using var content = new MemoryStream([1]);

        await Assert.ThrowsAsync<ArgumentException>(() => UploadAsync(content, type, name));
        Assert.Empty(_cloud.Api.Requests);
    }

    [Theory]
    [InlineData(59)]
    [InlineData(43201)]
    public async Task Time_to_live_has_a_range(int minutes)
    {
        using var content = new MemoryStream([1]);
        var upload = new MediaUpload { Content = content, MimeType = "image/png", FileName = "a", TimeToLive = TimeSpan.FromMinutes(minutes) };

        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender.UploadMediaAsync(upload, MediaCloud.Cancel));
    }

    [Fact]
    public async Task Failure_of_the_file_itself_is_thrown_as_it_is()
    {
        var failure = new FileNotFoundException("the disk is gone");

        Assert.Same(failure, await Assert.ThrowsAsync<FileNotFoundException>(() => UploadAsync(new UnseekableStream([1, 2], failure))));
    }

    [Fact]
    public async Task Error_answer_is_an_api_error()
    {
        _cloud.OnJson(Path, """{"error":{"code":131053,"error_data":{"details":"x"}}}""", 400);
        using var content = new MemoryStream([1]);

        var exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => UploadAsync(content));

        Assert.Equal((131053, WhatsAppRetryClass.FixRequest), (exception.Code, exception.RetryClass));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"id":""}""")]
    [InlineData("<html>login</html>")]
    public async Task Answer_without_an_id_is_no_answer(string body)
    {
        _cloud.OnJson(Path, body);
        using var content = new MemoryStream([1]);

        await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => UploadAsync(content));
    }

    [Fact]
    public async Task Upload_that_stands_still_ends()
    {
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _cloud.On(Path, async context =>
        {
            asked.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var content = new MemoryStream([1]);

        var upload = UploadAsync(content);
        await asked.Task;
        _cloud.Clock.Advance(TimeSpan.FromSeconds(31));

        Assert.True((await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => upload)).RequestWasSent);
    }

    [Fact]
    public async Task Cancelled_upload_is_cancelled()
    {
        using var cancel = new CancellationTokenSource();
        _cloud.On(Path, async context =>
        {
            await cancel.CancelAsync();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        using var content = new MemoryStream([1]);

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _cloud.Sender.UploadMediaAsync(content, "image/png", "a.png", cancel.Token));

        Assert.Equal(cancel.Token, exception.CancellationToken);
    }

    /// <summary>Says how long it is, and must not be read.</summary>
    private sealed class LengthOnlyStream(long length) : MemoryStream
    {
        public override long Length => length;
    }
}
