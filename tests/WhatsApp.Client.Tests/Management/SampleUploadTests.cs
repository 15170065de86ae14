using System.Net;
using Microsoft.Extensions.DependencyInjection;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Management;

public sealed class SampleUploadTests
{
    private static readonly byte[] File = [.. Enumerable.Range(0, 200).Select(i => (byte)i)];

    [Fact]
    public async Task Broken_upload_goes_on_where_the_platform_stopped()
    {
        var seen = new List<(string Method, string Path, string? Authorization, string? Offset, byte[] Body)>();
        await using var cloud = new StubCloud(build: http => http.ConfigurePrimaryHttpMessageHandler(() => new Uploads(seen, breaks: 1)));
        using var content = new MemoryStream(File);

        var handle = await cloud.Sender().UploadSampleAsync("111", content, "image/png", "a b.png", TestContext.Current.CancellationToken);

        Assert.Equal("4::aW", handle);
        Assert.Equal(
            [
                ("POST", "/v25.0/111/uploads?file_name=a%20b.png&file_length=200&file_type=image%2Fpng", "Bearer token-of-800200", null),
                ("POST", "/v25.0/upload:XYZ", "OAuth token-of-800200", "0"),
                ("GET", "/v25.0/upload:XYZ", "Bearer token-of-800200", null),
                ("POST", "/v25.0/upload:XYZ", "OAuth token-of-800200", "120"),
            ],
            seen.Select(one => (one.Method, one.Path, one.Authorization, one.Offset)));
        Assert.Equal(File, seen[1].Body);
        Assert.Equal(File[120..], seen[3].Body);
        Assert.True(content.CanRead);
    }

    [Fact]
    public async Task Upload_that_breaks_every_time_is_given_up()
    {
        var seen = new List<(string Method, string Path, string? Authorization, string? Offset, byte[] Body)>();
        await using var cloud = new StubCloud(build: http => http.ConfigurePrimaryHttpMessageHandler(() => new Uploads(seen, breaks: 9)));
        using var content = new MemoryStream(File);

        await Assert.ThrowsAsync<WhatsAppUnavailableException>(
            () => cloud.Sender().UploadSampleAsync("111", content, "image/png", "a.png", TestContext.Current.CancellationToken));
        Assert.Equal(3, seen.Count(one => one.Offset is not null));
    }

    private sealed class Uploads(List<(string Method, string Path, string? Authorization, string? Offset, byte[] Body)> seen, int breaks) : HttpMessageHandler
    {
        private int _breaks = breaks;

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellationToken);
            var offset = request.Headers.TryGetValues("file_offset", out var offsets) ? offsets.Single() : null;
            seen.Add((request.Method.Method, request.RequestUri!.PathAndQuery, request.Headers.GetValues("Authorization").Single(), offset, body));
            if (offset is not null && _breaks-- > 0)
                throw new HttpRequestException("broken", new IOException());
            return StubCloud.Json((int)HttpStatusCode.OK, request.RequestUri.AbsolutePath.EndsWith("uploads", StringComparison.Ordinal)
                ? """{"id":"upload:XYZ"}"""
                : offset is null ? """{"id":"upload:XYZ","file_offset":120}""" : """{"h":"4::aW"}""");
        }
    }
}
