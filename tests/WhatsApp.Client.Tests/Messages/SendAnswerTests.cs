using WhatsApp.Client.Tests.Http;

namespace WhatsApp.Client.Tests.Messages;

/// <summary>What the platform answers a send with, in each form it has.</summary>
public sealed class SendAnswerTests : IAsyncDisposable
{
    private readonly CloudApi _api = new();

    public ValueTask DisposeAsync() => _api.DisposeAsync();

    public static TheoryData<string, SendResult> Answers => new()
    {
        {
            """{"messaging_product":"whatsapp","contacts":[{"input":"+4915550001111","wa_id":"4915550001111"}],"messages":[{"id":"wamid.B=","message_status":"accepted"}]}""",
            new() { MessageId = new("wamid.B="), WaId = "4915550001111", MessageStatus = SendStatus.Accepted }
        },
        {
            """{"messages":[{"message_status":"held_for_quality_assessment","id":"wamid.B="}],"contacts":[{"user_id":"DE.1","input":"DE.1"}]}""",
            new() { MessageId = new("wamid.B="), UserId = "DE.1", MessageStatus = SendStatus.HeldForQualityAssessment }
        },
        {
            """{"contacts":[{"input":"+4915550001111","wa_id":"4915550001111","user_id":"DE.1"}],"messages":[{"id":"wamid.B=","message_status":"paused"}]}""",
            new() { MessageId = new("wamid.B="), WaId = "4915550001111", UserId = "DE.1", MessageStatus = SendStatus.Paused }
        },
        { """{"contacts":[{"input":"G1"}],"messages":[{"id":"wamid.B=","group_id":"G1"}]}""", new() { MessageId = new("wamid.B="), GroupId = "G1" } },
        { """{"messages":[{"id":"wamid.B="}]}""", new() { MessageId = new("wamid.B=") } },
        { """{"messages":[{"id":"wamid.B=","message_status":"brand_new"}]}""", new() { MessageId = new("wamid.B="), MessageStatus = new("brand_new") } },
        { """{"messages":[{"id":"wamid.B=","message_status":null}],"contacts":null,"error":null}""", new() { MessageId = new("wamid.B=") } },
        { """{"messages":[{"id":"wamid.B=","message_status":7}],"contacts":[null]}""", new() { MessageId = new("wamid.B=") } },
        { """{"messages":[{"id":17}],"contacts":[{"wa_id":4915550001111,"user_id":""}]}""", new() { MessageId = new("17"), WaId = "4915550001111" } },
        { """{"messages":[{"id":"wamid.B="},{"id":"wamid.C="}],"contacts":[{"wa_id":"1"},{"wa_id":"2"}]}""", new() { MessageId = new("wamid.B="), WaId = "1" } },
        { """{"new":{"messages":[{"id":"x"}]},"messages":[{"new":[{"id":"y"}],"id":"wamid.\u0042="}],"more":[[1]]}""", new() { MessageId = new("wamid.B=") } },
        { "\uFEFF {\"messages\":[{\"id\":\"wamid.B=\"}]} \n", new() { MessageId = new("wamid.B=") } },
    };

    [Theory]
    [MemberData(nameof(Answers), DisableDiscoveryEnumeration = true)]
    public async Task Answer_becomes_a_result(string answer, SendResult expected)
    {
        _api.Answer(200, answer);

        Assert.Equal(expected, await _api.SendAsync());
    }

    [Fact]
    public async Task Error_answered_with_200_is_an_error()
    {
        _api.Answer(200, """{"messages":[{"id":"wamid.B="}],"error":{"code":131056,"message":"(#131056) Pair rate limit hit"}}""");

        var exception = await Assert.ThrowsAsync<WhatsAppApiException>(() => _api.SendAsync());

        Assert.Equal(131056, exception.Code);
    }

    [Fact]
    public void Result_prints_the_status_and_not_the_person()
    {
        var text = new SendResult { MessageId = new("wamid.B="), WaId = "4915550001111", UserId = "DE.1", MessageStatus = SendStatus.Paused }.ToString();

        Assert.EndsWith(", paused)", text, StringComparison.Ordinal);
        Assert.DoesNotContain("4915", text, StringComparison.Ordinal);
        Assert.DoesNotContain("DE.1", text, StringComparison.Ordinal);
        Assert.DoesNotContain("wamid.B", text, StringComparison.Ordinal);
    }
}
