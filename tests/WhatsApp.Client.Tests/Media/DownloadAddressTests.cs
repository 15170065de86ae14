using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace WhatsApp.Client.Tests.Media;

/// <summary>Addresses that are old, move, or lead elsewhere.</summary>
public sealed class DownloadAddressTests : IAsyncDisposable
{
    private readonly MediaCloud _cloud = new();

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(303)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_to_another_host_goes_without_the_token(int status)
    {
        _cloud.OnLookUp("/moved");
        Redirect("/moved", _cloud.Other.Url + "/file", status);
        _cloud.OnFile();

        Assert.Equal(MediaCloud.Picture, await _cloud.DownloadAsync());
        var request = Assert.Single(_cloud.Other.Requests);
        Assert.Null(request.Authorization);
        Assert.NotEmpty(request.UserAgent);
    }

    [Fact]
    public async Task Redirect_on_the_same_host_keeps_the_token()
    {
        _cloud.OnLookUp("/moved");
        Redirect("/moved", "/file");
        _cloud.OnFile();

        Assert.Equal(MediaCloud.Picture, await _cloud.DownloadAsync());
        Assert.Equal("Bearer " + MediaCloud.Token, _cloud.Api.Requests.Last().Authorization);
    }

    [Fact]
    public async Task Redirect_back_from_another_host_does_not_get_the_token_again()
    {
        _cloud.OnLookUp("/moved");
        Redirect("/moved", _cloud.Other.Url + "/back");
        Redirect("/back", _cloud.Api.Url + "/file");
        _cloud.OnFile();

        Assert.Equal(MediaCloud.Picture, await _cloud.DownloadAsync());
        Assert.Null(_cloud.Api.Requests.Last().Authorization);
    }

    [Fact]
    public async Task Other_host_in_the_look_up_itself_gets_the_token()
    {
        _cloud.OnJson("/v25.0/900100", MediaCloud.LookUp(_cloud.Other.Url + "/file"));
        _cloud.OnFile();

        Assert.Equal(MediaCloud.Picture, await _cloud.DownloadAsync());
        Assert.Equal("Bearer " + MediaCloud.Token, Assert.Single(_cloud.Other.Requests).Authorization);
    }

    [Fact]
    public async Task Endless_redirects_end()
    {
        _cloud.OnLookUp("/round");
        Redirect("/round", "/round");

        await _cloud.FailAsync<WhatsAppUnavailableException>();
        Assert.Equal(6, _cloud.Api.Paths.Count(path => path == "/round"));
    }

    [Theory]
    [InlineData("ftp://127.0.0.1/file")]
    [InlineData("file:///etc/passwd")]
    public async Task Redirect_to_another_scheme_is_refused(string target)
    {
        _cloud.OnLookUp("/moved");
        Redirect("/moved", target);

        var exception = await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => _cloud.DownloadAsync());
        Assert.DoesNotContain(target, exception.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Redirect_without_a_target_is_an_error()
    {
        _cloud.OnLookUp("/moved");
        _cloud.On("/moved", context =>
        {
            context.Response.StatusCode = 302;
            return Task.CompletedTask;
        });

        Assert.Equal(302, (await _cloud.FailAsync<WhatsAppApiException>()).HttpStatus);
    }

    [Theory]
    [InlineData(401)]
    [InlineData(404)]
    public async Task Address_that_no_longer_works_is_replaced_once(int status)
    {
        var lookUps = 0;
        _cloud.On("/v25.0/900100", context => context.Response.WriteAsync(MediaCloud.LookUp(_cloud.Api.Url + (lookUps++ == 0 ? "/old" : "/file"))));
        _cloud.OnJson("/old", "", status);
        _cloud.OnFile();

        Assert.Equal(MediaCloud.Picture, await _cloud.DownloadAsync());
        Assert.Equal(["/v25.0/900100", "/old", "/v25.0/900100", "/file"], _cloud.Api.Paths);
    }

    [Fact]
    public async Task Address_that_still_does_not_work_is_an_error()
    {
        _cloud.OnLookUp("/old");
        _cloud.OnJson("/old", "", 404);

        Assert.Equal(404, (await _cloud.FailAsync<WhatsAppApiException>()).HttpStatus);
        Assert.Equal(2, _cloud.Api.Paths.Count(path => path == "/old"));
    }

    [Fact]
    public async Task Address_older_than_five_minutes_is_not_even_tried()
    {
        _cloud.OnLookUp("/old");
        var media = await _cloud.Sender.GetMediaAsync(new MediaId("900100"), MediaCloud.Cancel);
        _cloud.Clock.Advance(TimeSpan.FromMinutes(5));
        _cloud.OnLookUp();
        _cloud.OnFile();

        await using var download = await _cloud.Sender.DownloadMediaAsync(media, cancellationToken: MediaCloud.Cancel);

        Assert.DoesNotContain("/old", _cloud.Api.Paths);
        Assert.Equal(2, _cloud.Api.Paths.Count(path => path == "/v25.0/900100"));
    }

    [Fact]
    public async Task Hash_of_a_webhook_outlives_its_address()
    {
        _cloud.OnLookUp();
        _cloud.OnFile();
        var media = new MediaInfo { Id = new MediaId("900100"), Url = new Uri(_cloud.Api.Url + "/old"), Sha256 = MediaCloud.Hex([1]) };

        await using var download = await _cloud.Sender.DownloadMediaAsync(media, cancellationToken: MediaCloud.Cancel);

        await Assert.ThrowsAsync<MediaMismatchException>(() => download.CopyToAsync(Stream.Null, MediaCloud.Cancel));
    }

    [Theory]
    [InlineData("http://media.example/file")]
    [InlineData("http://127.0.0.1/file")]
    public async Task Plain_http_is_refused_where_the_api_is_https(string url)
    {
        var handler = new NoNetwork();
        var services = new ServiceCollection();
        services.AddWhatsAppClient().ConfigurePrimaryHttpMessageHandler(() => handler);
        await using var provider = services.BuildServiceProvider();
        var sender = provider.GetRequiredService<WhatsAppClient>().For(new WhatsAppAccount(new PhoneNumberId("800200"), MediaCloud.Token));

        await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => sender.DownloadMediaAsync(
            new MediaInfo { Id = new MediaId("1"), Url = new Uri(url) }, cancellationToken: MediaCloud.Cancel));

        Assert.Equal(0, handler.Requests);
    }

    private void Redirect(string from, string to, int status = 302) => _cloud.On(from, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = to;
        return Task.CompletedTask;
    });

    private sealed class NoNetwork : HttpMessageHandler
    {
        public int Requests { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK));
        }
    }
}
