using WhatsApp.Client.Tests.Http;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Pacing;

public sealed class WebhookLearningTests : IAsyncDisposable
{
    private const string Message = """ "messages":[{"from":"4915550001111","id":"wamid.A","timestamp":"1790000000","type":"text","text":{"body":"Hi"}}]""";
    private static readonly PhoneNumberId Number = new("800200");
    private readonly StubCloud _cloud = new();

    private WhatsAppPacer Pacer => _cloud.Client.Pacer;

    public ValueTask DisposeAsync() => _cloud.DisposeAsync();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Upgrade_is_learnt_whether_the_first_message_comes_before_or_after_it(bool messageFirst)
    {
        if (messageFirst)
            Take(Change("messages", Message));
        Take(Upgrade("700100", "4930555000"));
        if (!messageFirst)
        {
            Assert.Equal(80, Pacer.MessagesPerSecond(Number));
            Take(Change("messages", Message));
        }

        Assert.Equal(1000, Pacer.MessagesPerSecond(Number));
    }

    [Theory]
    [InlineData("700999", "4930555000")]
    [InlineData("700100", "4930555999")]
    [InlineData("700100", "")]
    [InlineData("700100", "no number")]
    public void Upgrade_of_another_account_or_number_changes_nothing(string waba, string digits)
    {
        Take(Change("messages", Message));
        Take(Upgrade(waba, digits));
        Take(Change("messages", Message));

        Assert.Equal(80, Pacer.MessagesPerSecond(Number));
    }

    [Theory]
    [InlineData("UPGRADE")]
    [InlineData("FLAGGED")]
    [InlineData("ONBOARDING")]
    public void Other_changes_of_quality_change_nothing(string what)
    {
        Take(Change("messages", Message));
        Take(Upgrade("700100", "4930555000", what));

        Assert.Equal(80, Pacer.MessagesPerSecond(Number));
    }

    [Theory]
    [InlineData("smb_message_echoes", """ "message_echoes":[{"from":"4930555000","to":"4915550001111","id":"wamid.E","timestamp":"1790000000","type":"text","text":{"body":"Hi"}}]""")]
    [InlineData("smb_app_state_sync", """ "state_sync":[{"type":"contact","contact":{"full_name":"M","phone_number":"49155"},"action":"add","metadata":{"timestamp":"1790000000"}}]""")]
    [InlineData("history", """ "history":[{"metadata":{"phase":0,"chunk_order":1,"progress":55},"threads":[]}]""")]
    public void Events_of_the_phone_app_tell_of_coexistence(string field, string members)
    {
        Take(Change(field, members));

        Assert.Equal(20, Pacer.MessagesPerSecond(Number));
    }

    [Fact]
    public void Echo_of_another_partner_is_no_coexistence()
    {
        Take(Change("message_echoes", """ "message_echoes":[{"from":"4930555000","to":"4915550001111","id":"wamid.E","timestamp":"1790000000","type":"text","text":{"body":"Hi"}}]"""));

        Assert.Equal(80, Pacer.MessagesPerSecond(Number));
    }

    [Fact]
    public async Task Messages_that_come_in_count_against_the_limit()
    {
        for (var i = 0; i < 60; i++)
            Take(Change("messages", Message));
        for (var i = 0; i < 20; i++)
            await _cloud.SendAsync($"49155500{i:00000}", mode: WhatsAppPacingMode.Throw);

        await Assert.ThrowsAsync<WhatsAppPacedException>(() => _cloud.SendAsync("4915550009999", mode: WhatsAppPacingMode.Throw));
    }

    [Theory]
    [InlineData("""{"id":"800200","throughput":{"level":"HIGH"}}""", 1000)]
    [InlineData("""{"id":"800200","throughput":{"level":"STANDARD"}}""", 80)]
    [InlineData("""{"id":"800200","throughput":{"level":"STANDARD"},"is_on_biz_app":true,"platform_type":"CLOUD_API"}""", 20)]
    [InlineData("""{"id":"800200","throughput":{"level":"BRAND_NEW"}}""", 55)]
    [InlineData("""{"id":"800200"}""", 55)]
    public async Task Reading_a_number_teaches_its_limit(string settings, int expected)
    {
        Pacer.SetMessagesPerSecond(Number, 55);
        _cloud.Answer = (_, _) => StubCloud.Json(200, settings);
        await _cloud.Sender().GetPhoneNumberAsync(TestContext.Current.CancellationToken);
        Assert.Equal(expected, Pacer.MessagesPerSecond(Number));

        Pacer.SetMessagesPerSecond(Number, 55);
        _cloud.Answer = (_, _) => StubCloud.Json(200, $$"""{"data":[{{settings}}]}""");
        await foreach (var _ in _cloud.Sender().GetPhoneNumbersAsync(new WabaId("700100"), TestContext.Current.CancellationToken))
            Assert.Equal(expected, Pacer.MessagesPerSecond(Number));
    }

    [Fact]
    public async Task Number_that_left_the_phone_app_gets_its_usual_limit_back()
    {
        Take(Change("smb_message_echoes", """ "message_echoes":[{"id":"wamid.E","timestamp":"1790000000","type":"text","text":{"body":"Hi"}}]"""));
        _cloud.Answer = (_, _) => StubCloud.Json(200, """{"id":"800200","throughput":{"level":"STANDARD"},"is_on_biz_app":false}""");
        await _cloud.Sender().GetPhoneNumberAsync(TestContext.Current.CancellationToken);

        Assert.Equal(80, Pacer.MessagesPerSecond(Number));
    }

    private void Take(string change)
    {
        var body = System.Text.Encoding.UTF8.GetBytes(change);
        foreach (var one in WebhookReader.Skim(body))
            Pacer.Observe(one);
        foreach (var one in WebhookReader.Read(body))
            Pacer.Observe(one);
    }

    private static string Change(string field, string members) =>
        $$$"""{"entry":[{"id":"700100","changes":[{"field":"{{{field}}}","value":{"metadata":{"display_phone_number":"4930555000","phone_number_id":"800200"},{{{members}}} }}]}]}""";

    private static string Upgrade(string waba, string digits, string what = "THROUGHPUT_UPGRADE") =>
        $$$"""{"entry":[{"id":"{{{waba}}}","time":1790000000,"changes":[{"field":"phone_number_quality_update","value":{"display_phone_number":"{{{digits}}}","event":"{{{what}}}"}}]}]}""";
}
