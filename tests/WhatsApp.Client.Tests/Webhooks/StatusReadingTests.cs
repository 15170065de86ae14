using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

public sealed class StatusReadingTests
{
    [Fact]
    public void Status_is_read_whole()
    {
        var status = Payload.One<StatusReceived>("status/sent");

        Assert.Equal(new MessageId("wamid.OUT="), status.MessageId);
        Assert.Equal(MessageStatus.Sent, status.Status);
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000050), status.Timestamp);
        Assert.Equal("4915550001111", status.RecipientWaId);
        Assert.Equal("DE.48213377190552", status.RecipientUserId);
        Assert.Equal("order-9/step-2", status.BizOpaqueCallbackData);
        Assert.Equal(new Pricing { Billable = true, PricingModel = PricingModel.PerMessage, Type = PricingType.Regular, Category = PricingCategory.Utility }, status.Pricing);
        Assert.Empty(status.Errors);
        Assert.Equal("s:800200:wamid.OUT=:sent", status.DeduplicationKey);
    }

    [Theory]
    [InlineData("status/delivered", "delivered")]
    [InlineData("status/read", "read")]
    [InlineData("status/played", "played")]
    [InlineData("status/brand_new", "pondered")]
    public void Status_keeps_the_word_of_the_platform(string name, string expected) =>
        Assert.Equal(new MessageStatus(expected), Payload.One<StatusReceived>(name).Status);

    [Fact]
    public void Failure_has_its_error()
    {
        var status = Payload.One<StatusReceived>("status/failed");

        Assert.Equal(MessageStatus.Failed, status.Status);
        Assert.Null(status.RecipientUserId);
        var error = Assert.Single(status.Errors);
        Assert.Equal((131047, "More than 24 hours have passed.", WhatsAppRetryClass.FixRequest), (error.Code, error.Details, error.RetryClass));
    }

    [Fact]
    public void Error_with_text_for_details_and_text_for_code_is_read()
    {
        var error = Assert.Single(Payload.One<StatusReceived>("status/failed_text_details").Errors);

        Assert.Equal((131026, "plain text"), (error.Code, error.Details));
    }

    [Fact]
    public void Statuses_of_group_members_have_keys_of_their_own()
    {
        var status = Payload.One<StatusReceived>("status/group_participant");

        Assert.Equal("4915550003333", status.ParticipantId);
        Assert.Equal("s:800200:wamid.OUT=:delivered:4915550003333", status.DeduplicationKey);
    }

    [Fact]
    public void Recipient_known_by_user_id_only_has_no_phone()
    {
        var status = Payload.One<StatusReceived>("status/user_id_only");

        Assert.Equal((null, "DE.48213377190552"), (status.RecipientWaId, status.RecipientUserId));
    }

    [Fact]
    public void Rare_parts_of_a_status_are_read()
    {
        var status = Payload.One<StatusReceived>("status/full");

        Assert.Equal(("group", "DE.ENT.1", "h4sh", "123456789012345678"), (status.RecipientType, status.RecipientParentUserId, status.RecipientIdentityKeyHash, status.TemplateId));
        Assert.Equal(("4915550003333", "DE.3", "DE.ENT.3"), (status.ParticipantWaId, status.ParticipantUserId, status.ParticipantParentUserId));
        Assert.Equal(
            new StatusConversation { Id = "conv-1", OriginType = "referral_conversion", ExpiresAt = DateTimeOffset.FromUnixTimeSeconds(1790086400) }, status.Conversation);
        Assert.Equal(
            new Pricing { Billable = false, PricingModel = PricingModel.PerConversation, Type = PricingType.FreeEntryPoint, Category = PricingCategory.AuthenticationInternational, Subtype = "paid_exempt" },
            status.Pricing);
    }
}
