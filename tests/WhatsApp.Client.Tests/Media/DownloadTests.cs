using Microsoft.AspNetCore.Http;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Media;

public sealed class DownloadTests : IAsyncDisposable
{
    private static readonly MediaId Id = new("900100");
    private readonly MediaCloud _cloud = new();

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Theory]
    [InlineData("200000")]
    [InlineData("\"200000\"")]
    public async Task Look_up_is_read_and_shows_no_address(string size)
    {
        _cloud.OnLookUp(size: size);

        var media = await _cloud.Sender.GetMediaAsync(Id, MediaCloud.Cancel);

        Assert.Equal(("image/png", 200_000L, MediaCloud.Hex(MediaCloud.Picture)), (media.MimeType, media.FileSize, media.Sha256));
        Assert.Equal(_cloud.Clock.GetUtcNow().AddMinutes(5), media.UrlExpiresAt);
        Assert.DoesNotContain("s3cret", media.ToString(), StringComparison.Ordinal);
        Assert.Equal(("GET", "?phone_number_id=800200"), (_cloud.Api.Requests.Single().Method, _cloud.Api.Requests.Single().Query));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"url":"not an address"}""")]
    public async Task Look_up_without_an_address_is_no_answer(string json)
    {
        _cloud.OnJson("/v25.0/900100", json);

        await _cloud.FailAsync<WhatsAppUnavailableException>();
    }

    [Fact]
    public async Task File_comes_whole_with_the_token_and_a_user_agent()
    {
        _cloud.OnLookUp();
        _cloud.OnFile();

        Assert.Equal(MediaCloud.Picture, await _cloud.DownloadAsync());
        var request = _cloud.Api.Requests.Last();
        Assert.Equal(("/file", "Bearer " + MediaCloud.Token), (request.Path, request.Authorization));
        Assert.StartsWith("ShopBot.WhatsApp.Client", request.UserAgent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task File_can_be_read_as_a_stream()
    {
        _cloud.OnLookUp();
        _cloud.OnFile();

        await using var download = await _cloud.Sender.DownloadMediaAsync(Id, cancellationToken: MediaCloud.Cancel);
        var bytes = new byte[MediaCloud.Picture.Length];
        await download.Content.ReadExactlyAsync(bytes, MediaCloud.Cancel);

        Assert.Equal(MediaCloud.Picture, bytes);
        Assert.Equal(0, await download.Content.ReadAsync(bytes, MediaCloud.Cancel));
        Assert.Equal("image/png", download.Media.MimeType);
    }

    [Fact]
    public async Task Hash_of_a_webhook_is_base64_and_its_address_is_used()
    {
        _cloud.OnFile();
        var media = new MediaInfo
        {
            Id = Id,
            Url = new Uri(_cloud.Api.Url + "/file"),
            Sha256 = Convert.ToBase64String(Convert.FromHexString(MediaCloud.Hex(MediaCloud.Picture))),
        };

        await using var download = await _cloud.Sender.DownloadMediaAsync(media, cancellationToken: MediaCloud.Cancel);
        using var buffer = new MemoryStream();
        await download.CopyToAsync(buffer, MediaCloud.Cancel);

        Assert.Equal(MediaCloud.Picture, buffer.ToArray());
        Assert.Equal(["/file"], _cloud.Api.Paths);
    }

    [Fact]
    public async Task Wrong_hash_is_never_handed_over_silently()
    {
        _cloud.OnLookUp(sha256: MediaCloud.Hex([1]));
        _cloud.OnFile();

        await _cloud.FailAsync<MediaMismatchException>();
        await using var download = await _cloud.Sender.DownloadMediaAsync(Id, cancellationToken: MediaCloud.Cancel);
        var bytes = new byte[MediaCloud.Picture.Length];
        await Assert.ThrowsAsync<MediaMismatchException>(() => download.Content.ReadExactlyAsync(bytes, MediaCloud.Cancel).AsTask());
        await Assert.ThrowsAsync<MediaMismatchException>(() => download.Content.ReadAsync(bytes, MediaCloud.Cancel).AsTask());
        Assert.Equal(MediaCloud.Picture, await _cloud.DownloadAsync(new MediaDownloadOptions { CheckHash = false }));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_of_a_message_is_compared_with_the_hash_of_its_webhook(bool isRight)
    {
        _cloud.OnLookUp();
        _cloud.OnFile();
        var image = new ImageReceived
        {
            WabaId = "700100",
            Field = "messages",
            Raw = default,
            Id = new MessageId("wamid.A="),
            Timestamp = _cloud.Clock.GetUtcNow(),
            Type = "image",
            From = new MessageSender(),
            MediaId = Id,
            Sha256 = Convert.ToBase64String(Convert.FromHexString(MediaCloud.Hex(isRight ? MediaCloud.Picture : [1]))),
        };

        await using var download = await _cloud.Sender.DownloadMediaAsync(image, cancellationToken: MediaCloud.Cancel);
        var copy = download.CopyToAsync(Stream.Null, MediaCloud.Cancel);

        Assert.Equal(isRight ? null : typeof(MediaMismatchException), (await Record.ExceptionAsync(() => copy))?.GetType());
    }

    [Fact]
    public async Task Hash_of_unknown_form_is_a_mismatch()
    {
        _cloud.OnLookUp(sha256: "md5:1234");
        _cloud.OnFile();

        await _cloud.FailAsync<MediaMismatchException>();
    }

    [Fact]
    public async Task Upper_case_hash_is_the_same_hash()
    {
        _cloud.OnLookUp(sha256: MediaCloud.Hex(MediaCloud.Picture).ToUpperInvariant());
        _cloud.OnFile();

        Assert.Equal(MediaCloud.Picture, await _cloud.DownloadAsync());
    }

    [Fact]
    public async Task Without_any_declaration_the_file_is_taken_as_it_comes()
    {
        _cloud.OnJson("/v25.0/900100", $$"""{"url":"{{_cloud.Api.Url}}/file"}""");
        _cloud.On("/file", context => context.Response.Body.WriteAsync(MediaCloud.Picture).AsTask());

        Assert.Equal(MediaCloud.Picture, await _cloud.DownloadAsync());
    }

    [Theory]
    [InlineData(199_999)]
    [InlineData(200_001)]
    public async Task Other_size_than_declared_is_a_mismatch(int size)
    {
        _cloud.OnLookUp(size: size.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _cloud.OnFile();

        Assert.Equal(size, (await _cloud.FailAsync<MediaMismatchException>()).ExpectedBytes);
    }

    [Theory]
    [InlineData(199_999)]
    [InlineData(200_001)]
    public async Task Other_size_than_declared_is_found_without_a_content_length(int size)
    {
        _cloud.OnLookUp(size: size.ToString(System.Globalization.CultureInfo.InvariantCulture));
        _cloud.On("/file", context => context.Response.Body.WriteAsync(MediaCloud.Picture).AsTask());

        await _cloud.FailAsync<MediaMismatchException>();
    }

    [Fact]
    public async Task Declared_size_above_the_callers_limit_downloads_nothing()
    {
        _cloud.OnLookUp();
        _cloud.OnFile();

        var exception = await _cloud.FailAsync<MediaTooLargeException>(new MediaDownloadOptions { MaxBytes = 199_999 });

        Assert.Equal((199_999L, 200_000L), (exception.MaxBytes, exception.DeclaredBytes));
        Assert.Equal(["/v25.0/900100"], _cloud.Api.Paths);
    }

    [Fact]
    public async Task Callers_limit_holds_while_reading_what_nobody_declared()
    {
        _cloud.OnJson("/v25.0/900100", $$"""{"url":"{{_cloud.Api.Url}}/file"}""");
        _cloud.On("/file", context => context.Response.Body.WriteAsync(MediaCloud.Picture).AsTask());

        Assert.Null((await _cloud.FailAsync<MediaTooLargeException>(new MediaDownloadOptions { MaxBytes = 100_000 })).DeclaredBytes);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Connection_that_breaks_in_the_middle_is_an_error(bool hasLength)
    {
        _cloud.OnLookUp();
        _cloud.OnFileInParts("/file", context =>
        {
            context.Abort();
            return Task.CompletedTask;
        }, hasLength ? MediaCloud.Picture.Length : null);

        await _cloud.FailAsync<WhatsAppUnavailableException>();
    }

    [Fact]
    public async Task Web_page_instead_of_the_file_is_no_answer()
    {
        _cloud.OnLookUp();
        _cloud.OnFile(content: "<html>log in</html>"u8.ToArray(), type: "text/html; charset=utf-8");

        await _cloud.FailAsync<WhatsAppUnavailableException>();
    }

    [Theory]
    [InlineData(400, null)]
    [InlineData(429, WhatsAppRetryClass.NotProcessed)]
    [InlineData(502, WhatsAppRetryClass.UnknownOutcome)]
    public async Task Error_status_is_an_api_error(int status, WhatsAppRetryClass? retry)
    {
        _cloud.OnLookUp();
        _cloud.OnJson("/file", "<html>Bad Gateway</html>", status);

        var exception = await _cloud.FailAsync<WhatsAppApiException>();

        Assert.Equal((status, retry ?? WhatsAppRetryClass.FixRequest), (exception.HttpStatus, exception.RetryClass));
    }

    [Fact]
    public async Task Deleting_needs_success()
    {
        _cloud.OnJson("/v25.0/900100", """{"success":true}""");
        await _cloud.Sender.DeleteMediaAsync(Id, MediaCloud.Cancel);
        _cloud.OnJson("/v25.0/900100", """{"success":false}""");
        await Assert.ThrowsAsync<WhatsAppApiException>(() => _cloud.Sender.DeleteMediaAsync(Id, MediaCloud.Cancel));

        Assert.All(_cloud.Api.Requests, request => Assert.Equal(("DELETE", "?phone_number_id=800200"), (request.Method, request.Query)));
    }

    [Fact]
    public async Task Arguments_are_checked()
    {
        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender.GetMediaAsync(default, MediaCloud.Cancel));
        await Assert.ThrowsAsync<ArgumentException>(() => _cloud.Sender.GetMediaAsync(new MediaId(".."), MediaCloud.Cancel));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => _cloud.Sender.DownloadMediaAsync(
            new MediaInfo { Id = Id, Url = new Uri(_cloud.Api.Url) }, new MediaDownloadOptions { MaxBytes = 0 }, MediaCloud.Cancel));
    }
}
