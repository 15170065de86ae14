namespace WhatsApp.Client.Tests.Http;

public sealed class ErrorAnswerTests : IAsyncDisposable
{
    private readonly CloudApi _api = new();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    private async Task<WhatsAppApiException> FailAsync(int status, string body, string contentType = "application/json", params (string, string)[] headers)
    {
        _api.Answer(status, body, contentType, headers);
        var exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => _api.SendAsync());
        Assert.Single(_api.Requests);
        Assert.Equal(status, exception.HttpStatus);
        return exception;
    }

    [Fact]
    public async Task Envelope_is_read_whole()
    {
        var exception = await FailAsync(400, """
            {"error":{"message":"(#131056) Pair rate limit hit for 4915550001111","type":"OAuthException","code":131056,
             "error_data":{"messaging_product":"whatsapp","details":"Too many messages to 4915550001111."},
             "error_subcode":2494055,"is_transient":true,"fbtrace_id":"AbC_12-3"}}
            """);

        Assert.Equal(131056, exception.Code);
        Assert.Equal(2494055, exception.Subcode);
        Assert.Equal("Too many messages to 4915550001111.", exception.Details);
        Assert.True(exception.IsTransient);
        Assert.Equal("AbC_12-3", exception.FbTraceId);
        Assert.Equal(WhatsAppRetryClass.PairLimit, exception.RetryClass);
        Assert.Equal(TimeSpan.FromSeconds(1), exception.SuggestedDelay);
    }

    [Fact]
    public async Task Exception_text_has_code_status_and_trace_and_nothing_private()
    {
        var exception = await FailAsync(400, """
            {"error":{"message":"(#131026) to 4915550001111","code":131026,"error_data":{"details":"4915550001111 Hello"},"fbtrace_id":"Abc123"}}
            """);

        Assert.Contains("131026", exception.Message, StringComparison.Ordinal);
        Assert.Contains("400", exception.Message, StringComparison.Ordinal);
        Assert.Contains("Abc123", exception.Message, StringComparison.Ordinal);
        foreach (var secret in new[] { "4915550001111", "Hello", CloudApi.Token })
            Assert.DoesNotContain(secret, exception.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"error":{"code":131009,"error_data":"plain text"}}""", 131009, "plain text")]
    [InlineData("""{"error":{"code":"131009","error_data":null,"message":"m"}}""", 131009, "m")]
    [InlineData("""{"error":{"code":131009}}""", 131009, null)]
    [InlineData("""{"error":{"code":131009,"error_data":[1]}}""", 131009, null)]
    [InlineData("""{"error":"invalid_request"}""", null, "invalid_request")]
    [InlineData("""{"error":{}}""", null, null)]
    [InlineData("""{"error":{"code":{"a":1},"fbtrace_id":7}}""", null, null)]
    [InlineData("""{"success":false}""", null, null)]
    [InlineData("""[]""", null, null)]
    [InlineData("""{"error":{"code":1310""", null, null)]
    [InlineData("", null, null)]
    public async Task Envelope_of_any_shape_gives_what_can_be_had(string body, int? code, string? details)
    {
        var exception = await FailAsync(400, body);

        Assert.Equal(code, exception.Code);
        Assert.Equal(details, exception.Details);
        Assert.Equal(WhatsAppRetryClass.FixRequest, exception.RetryClass);
    }

    [Fact]
    public async Task Html_page_of_a_proxy_is_an_unknown_outcome()
    {
        var exception = await FailAsync(502, "<html><body>Bad Gateway</body></html>", "text/html");

        Assert.Null(exception.Code);
        Assert.Equal(WhatsAppRetryClass.UnknownOutcome, exception.RetryClass);
    }

    [Fact]
    public async Task Error_with_status_200_is_an_error()
    {
        var exception = await FailAsync(200, """{"error":{"code":190}}""");

        Assert.Equal(WhatsAppRetryClass.Account, exception.RetryClass);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task Redirect_is_an_error_and_not_followed(int status)
    {
        var exception = await FailAsync(status, "", "text/plain", ("Location", _api.Url + "/elsewhere"));

        Assert.Equal(WhatsAppRetryClass.FixRequest, exception.RetryClass);
    }

    [Theory]
    [InlineData(401, WhatsAppRetryClass.Account)]
    [InlineData(403, WhatsAppRetryClass.Account)]
    [InlineData(404, WhatsAppRetryClass.FixRequest)]
    [InlineData(413, WhatsAppRetryClass.FixRequest)]
    [InlineData(429, WhatsAppRetryClass.NotProcessed)]
    [InlineData(500, WhatsAppRetryClass.UnknownOutcome)]
    [InlineData(503, WhatsAppRetryClass.UnknownOutcome)]
    public async Task Bare_status_decides(int status, WhatsAppRetryClass expected) =>
        Assert.Equal(expected, (await FailAsync(status, "")).RetryClass);

    [Theory]
    [InlineData("7", 7)]
    [InlineData("0", 0)]
    [InlineData("Sat, 01 Jan 2000 00:00:30 GMT", 30)]
    [InlineData("Fri, 31 Dec 1999 00:00:00 GMT", 0)]
    [InlineData(null, null)]
    [InlineData("soon", null)]
    public async Task Retry_after_is_read_as_seconds_date_past_date_or_nothing(string? header, int? seconds)
    {
        var exception = await FailAsync(429, """{"error":{"code":130429}}""", headers: header is null ? [] : [("Retry-After", header)]);

        Assert.Equal(seconds is null ? null : TimeSpan.FromSeconds(seconds.Value), exception.SuggestedDelay);
    }

    [Fact]
    public async Task Hostile_trace_id_does_not_reach_the_text()
    {
        var exception = await FailAsync(400, """{"error":{"code":100,"fbtrace_id":"x\nERROR forged line"}}""");

        Assert.Null(exception.FbTraceId);
        Assert.DoesNotContain("forged", exception.Message, StringComparison.Ordinal);
    }
}
