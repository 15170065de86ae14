using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.PhoneNumbers;

public sealed class PhoneNumberTests : IAsyncDisposable
{
    private readonly CloudApi _api = new();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    [Fact]
    public async Task Number_is_read_with_named_fields()
    {
        _api.Answer(200, """
            {"id":"800200","display_phone_number":"+49 30 555000","verified_name":"Bread & Co","quality_rating":"GREEN","status":"CONNECTED",
             "name_status":"APPROVED","platform_type":"CLOUD_API","throughput":{"level":"STANDARD"},"new_field":{}}
            """);

        var info = await _api.Sender.GetPhoneNumberAsync(TestContext.Current.CancellationToken);

        Assert.Equal(
            new PhoneNumberInfo
            {
                Id = new PhoneNumberId("800200"),
                DisplayPhoneNumber = "+49 30 555000",
                VerifiedName = "Bread & Co",
                QualityRating = "GREEN",
                Status = "CONNECTED",
                NameStatus = "APPROVED",
                PlatformType = "CLOUD_API",
                ThroughputLevel = "STANDARD",
            },
            info);
        var request = _api.Requests[0];
        Assert.Equal("/graph/v25.0/800200", request.Path);
        Assert.Contains("display_phone_number", request.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_with_numeric_id_only_is_read()
    {
        _api.Answer(200, """{"id":800200,"throughput":null}""");

        Assert.Equal("800200", (await _api.Sender.GetPhoneNumberAsync(TestContext.Current.CancellationToken)).Id.Value);
    }

    [Fact]
    public async Task Number_without_id_is_no_answer()
    {
        _api.Answer(200, "{}");

        await Assert.ThrowsAsync<WhatsAppUnavailableException>(() => _api.Sender.GetPhoneNumberAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Subscribing_posts_to_the_account()
    {
        _api.Answer(200, """{"success":true}""");

        await _api.Sender.SubscribeAppAsync(new WabaId("700100"), TestContext.Current.CancellationToken);

        var request = _api.Requests[0];
        Assert.Equal(("POST", "/graph/v25.0/700100/subscribed_apps"), (request.Method, request.Path));
    }

    [Fact]
    public async Task Subscribing_without_success_is_an_error()
    {
        _api.Answer(200, """{"success":false}""");

        await Assert.ThrowsAsync<WhatsAppApiException>(
            () => _api.Sender.SubscribeAppAsync(new WabaId("700100"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_id_cannot_become_another_path()
    {
        _api.Answer(200, """{"success":true}""");

        await _api.Sender.SubscribeAppAsync(new WabaId("../1?x=/"), TestContext.Current.CancellationToken);

        Assert.EndsWith("/v25.0/..%2F1%3Fx=%2F/subscribed_apps", _api.Requests[0].Url, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(
            () => _api.Sender.SubscribeAppAsync(new WabaId(".."), TestContext.Current.CancellationToken));
    }
}
