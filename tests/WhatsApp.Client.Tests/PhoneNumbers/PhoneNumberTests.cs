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
             "name_status":"APPROVED","platform_type":"CLOUD_API","throughput":{"level":"STANDARD"},"code_verification_status":"VERIFIED","account_mode":"LIVE",
             "whatsapp_business_manager_messaging_limit":"TIER_2K","is_official_business_account":false,"is_on_biz_app":true,
             "webhook_configuration":{"phone_number":"https://one.example/wa","application":"https://bot.example/wa"},"new_field":{}}
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
                CodeVerificationStatus = "VERIFIED",
                AccountMode = "LIVE",
                MessagingLimit = "TIER_2K",
                IsOfficialBusinessAccount = false,
                IsOnBusinessApp = true,
                WebhookConfiguration = new WebhookConfiguration { PhoneNumber = new Uri("https://one.example/wa"), Application = new Uri("https://bot.example/wa") },
            },
            info);
        Assert.True(info.IsCoexistence);
        Assert.Equal(new Uri("https://one.example/wa"), info.WebhookConfiguration!.InForce);
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
    public async Task Health_is_read_with_its_errors()
    {
        _api.Answer(200, """
            {"id":"800200","health_status":{"can_send_message":"LIMITED","entities":[{"entity_type":"WABA","id":"700100","can_send_message":"LIMITED",
             "errors":[{"error_code":"141006","error_description":"no payment","possible_solution":"add one"}]},{"entity_type":"APP","can_send_message":"AVAILABLE"}]}}
            """);

        var health = await _api.Sender.GetHealthStatusAsync(TestContext.Current.CancellationToken);

        Assert.Equal("LIMITED", health.CanSendMessage);
        Assert.Equal(new HealthError(141006, "no payment", "add one"), Assert.Single(health.Entities[0].Errors));
        Assert.Empty(health.Entities[1].Errors);
    }

    [Fact]
    public async Task Numbers_of_an_account_are_listed()
    {
        _api.Answer(200, """{"data":[{"id":"800200"},{"no_id":1},{"id":"800300","status":"PENDING"}]}""");

        var numbers = new List<PhoneNumberInfo>();
        await foreach (var number in _api.Sender.GetPhoneNumbersAsync(new WabaId("700100"), TestContext.Current.CancellationToken))
            numbers.Add(number);

        Assert.Equal(["800200", "800300"], numbers.Select(number => number.Id.Value));
        Assert.Equal("/graph/v25.0/700100/phone_numbers", _api.Requests.Single().Path);
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
