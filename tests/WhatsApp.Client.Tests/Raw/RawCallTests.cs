using System.Text;
using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Raw;

public sealed class RawCallTests : IAsyncDisposable
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);
    private readonly StubCloud _cloud = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Fact]
    public async Task Raw_call_sends_path_and_body_as_given_and_gives_the_answer_as_it_came()
    {
        const string answer = """{ "success": true, "new_member":[1] }""";
        _cloud.Answer = (_, _) => StubCloud.Json(200, answer);

        var result = await _cloud.Sender().CallAsync(RawRequest.Post("800200/brand_new?a=b%20c", """{"a":1}"""u8.ToArray()), Token);

        Assert.Equal(answer, Encoding.UTF8.GetString(result.Json.Span));
        Assert.Equal(new StubRequest("POST", "/v25.0/800200/brand_new?a=b%20c", "token-of-800200", """{"a":1}"""), Assert.Single(_cloud.Requests));
        Assert.DoesNotContain("new_member", result.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Deletion_may_have_a_body_and_a_read_has_none()
    {
        _cloud.Answer = (_, _) => StubCloud.Json(200, "{}");
        await _cloud.Sender().CallAsync(RawRequest.Delete("800200/block_users", """{"x":2}"""u8.ToArray()), Token);
        await _cloud.Sender().CallAsync(RawRequest.Get("800200"), Token);

        Assert.Equal([("DELETE", """{"x":2}"""), ("GET", "")], _cloud.Requests.Select(request => (request.Method, request.Body)));
    }

    [Theory]
    [InlineData(true, 3)]
    [InlineData(false, 1)]
    public async Task Change_is_repeated_after_an_unknown_outcome_only_when_it_may_happen_twice(bool mayRepeat, int expected)
    {
        _cloud.Answer = (_, _) => StubCloud.Json(500, "");
        var call = _cloud.Sender().CallAsync(RawRequest.Post("1/x") with { MayRepeat = mayRepeat }, Token);
        await _cloud.PassUntilAsync(call, Tick);

        await Assert.ThrowsAsync<WhatsAppApiException>(() => call);
        Assert.Equal(expected, _cloud.Requests.Count);
    }

    [Fact]
    public async Task Change_is_repeated_after_proof_that_nothing_was_done()
    {
        _cloud.Answer = (_, index) => index == 0 ? StubCloud.Error(80007) : StubCloud.Json(200, "{}");
        var call = _cloud.Sender().CallAsync(RawRequest.Post("1/x"), Token);
        await _cloud.PassUntilAsync(call, Tick);

        await call;
        Assert.Equal(2, _cloud.Requests.Count);
    }

    [Theory]
    [InlineData(400, """{"error":{"code":100}}""", 100)]
    [InlineData(200, """{"error":{"code":10}}""", 10)]
    [InlineData(404, "<html>", null)]
    public async Task Error_is_the_exception_every_other_call_throws(int status, string body, int? code)
    {
        _cloud.Answer = (_, _) => StubCloud.Json(status, body);

        Assert.Equal(code, (await Assert.ThrowsAsync<WhatsAppApiException>(() => _cloud.Sender().CallAsync(RawRequest.Post("1/x"), Token))).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("/x")]
    [InlineData("//evil.example/x")]
    [InlineData("../v1.0/x")]
    [InlineData("1/../x")]
    [InlineData("1//x")]
    [InlineData("1\\x")]
    [InlineData("1/x#y")]
    public void Path_that_leads_elsewhere_is_refused(string path) => Assert.Throws<ArgumentException>(() => RawRequest.Get(path));
}
