using System.Text;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Webhooks;

/// <summary>What the fields other than messages say.</summary>
public sealed class FieldEventTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeSeconds(1790000000);

    [Fact]
    public void Call_of_a_customer_is_read()
    {
        var call = Payload.One<CallUpdated>("calls/connect");

        Assert.Equal(("wacid.C=", CallEvent.Connect, CallDirection.UserInitiated, At), (call.CallId, call.Event, call.Direction, call.Timestamp));
        Assert.Equal(("Mira K.", "DE.48213377190552", "offer", "v=0"), (call.Customer.ProfileName, call.Customer.UserId, call.SdpType, call.Sdp));
        Assert.Equal(new PhoneNumberId("800200"), call.PhoneNumberId);
    }

    [Fact]
    public void Call_of_the_business_its_status_and_its_error_are_three_events()
    {
        var events = WebhookReader.Read(Payload.Bytes("calls/terminate"));

        var call = Assert.IsType<CallUpdated>(events[0]);
        Assert.Equal(("4915550001111", TimeSpan.FromSeconds(70), "COMPLETED", "c-1"), (call.Customer.WaId, call.Duration, call.Status, call.BizOpaqueCallbackData));
        Assert.Equal(DateTimeOffset.FromUnixTimeSeconds(1790000020), call.StartTime);
        var status = Assert.IsType<CallStatusReceived>(events[1]);
        Assert.Equal((CallStatus.Ringing, "wacid.C=", "Mira K."), (status.Status, status.CallId, status.Customer.ProfileName ?? "Mira K."));
        Assert.Equal(138006, Assert.IsType<NumberErrorReceived>(events[2]).Error.Code);
    }

    [Fact]
    public void One_bad_element_is_lost_alone()
    {
        var events = WebhookReader.Read(Payload.Bytes("calls/one_bad_element"));

        Assert.Equal("5", Encoding.UTF8.GetString(Assert.IsType<MalformedEvent>(events[1]).Raw.Span));
        Assert.Equal("wacid.D=", Assert.IsType<CallUpdated>(events[2]).CallId);
    }

    [Fact]
    public void Preference_is_read()
    {
        var changed = Payload.One<UserPreferenceChanged>("user_preferences/stop");

        Assert.Equal(("marketing_messages", PreferenceValue.Stop, At), (changed.Category, changed.Value, changed.Timestamp));
        Assert.Equal(("mira.k", "4915550001111"), (changed.User.Username, changed.User.WaId));
    }

    [Fact]
    public void Template_changes_are_read()
    {
        var rejected = Payload.One<TemplateStatusUpdated>("template_status/rejected");
        Assert.Equal(("123456789012345678", "order_paid", "en_US"), (rejected.TemplateId, rejected.TemplateName, rejected.TemplateLanguage));
        Assert.Equal((TemplateStatusEvent.Rejected, "INVALID_FORMAT", "Better", "1790000000", "FIRST_PAUSE"),
            (rejected.Event, rejected.Reason, rejected.RejectionRecommendation, rejected.DisableDate, rejected.OtherTitle));
        Assert.Equal(TemplateQualityScore.Yellow, Payload.One<TemplateQualityUpdated>("template_quality/plain").NewQualityScore);
        Assert.Equal("See", Assert.Single(Payload.One<TemplateComponentsUpdated>("template_components/plain").Buttons).Text);
        Assert.Equal("MARKETING", Payload.One<TemplateCategoryUpdated>("template_category/plain").NewCategory);
        Assert.Equal("MARKETING", Payload.One<TemplateCorrectCategoryDetected>("template_category/detected").CorrectCategory);
    }

    [Fact]
    public void Number_changes_are_read()
    {
        var quality = Payload.One<PhoneNumberQualityUpdated>("phone_number/quality");
        Assert.Equal((PhoneNumberQualityEvent.ThroughputUpgrade, 10_000, 1_000, 10_000),
            (quality.Event, quality.CurrentLimit?.People, quality.OldLimit?.People, quality.MaxDailyConversationsPerBusiness?.People));
        Assert.Equal(NameDecision.Rejected, Payload.One<PhoneNumberNameUpdated>("phone_number/name").Decision);
        Assert.Equal(("bakery", BusinessUsernameStatus.Approved), (Payload.One<BusinessUsernameUpdated>("phone_number/username").Username, Payload.One<BusinessUsernameUpdated>("phone_number/username").Status));
        Assert.Equal(SecurityEventKind.PinResetRequest, Payload.One<SecurityUpdated>("phone_number/security").Event);
        Assert.Equal("razorpay", Payload.One<PaymentConfigurationUpdated>("payment_configuration/plain").ProviderName);
    }

    [Fact]
    public void Limits_are_numbers_or_tiers()
    {
        Assert.Equal(1_000, Payload.One<BusinessCapabilityUpdated>("business_capability/numbers").MaxDailyConversationsPerPhone?.People);
        var tiers = Payload.One<BusinessCapabilityUpdated>("business_capability/tiers");
        Assert.Equal((new MessagingLimit("TIER_2K"), 2_000, 25), (tiers.MaxDailyConversationsPerBusiness, tiers.MaxDailyConversationsPerBusiness?.People, tiers.MaxPhoneNumbersPerWaba));
        Assert.Null(new MessagingLimit("TIER_UNLIMITED").People);
    }

    [Fact]
    public void Account_changes_are_read()
    {
        var restriction = Assert.Single(Payload.One<AccountUpdated>("account_update/restriction").Restrictions);
        Assert.Equal(("RESTRICTED_BIZ_INITIATED_MESSAGING", At.AddDays(1)), (restriction.RestrictionType, restriction.ExpiresAt));
        Assert.Equal("SPAM", Payload.One<AccountUpdated>("account_update/violation").ViolationType);
        Assert.Equal("DISABLE", Payload.One<AccountUpdated>("account_update/ban").BanState);
        Assert.Equal("DE", Payload.One<AccountUpdated>("account_update/country").Country);
        var removed = Payload.One<AccountUpdated>("account_update/partner_removed");
        Assert.Equal((AccountUpdateKind.PartnerRemoved, new WabaId("700100"), "CHANGE_NUMBER"), (removed.Event, removed.SubjectWabaId, removed.DisconnectionReason));
        Assert.Equal(new AccountUpdateKind("ACCOUNT_LEVITATED"), Payload.One<AccountUpdated>("account_update/brand_new").Event);
        Assert.Equal("APPROVED", Payload.One<AccountReviewUpdated>("account_review/plain").Decision);
        Assert.Equal(("CRITICAL", "123"), (Payload.One<AccountAlertRaised>("account_alerts/plain").Severity, Payload.One<AccountAlertRaised>("account_alerts/plain").EntityId));
        Assert.Equal("WARNING", Payload.One<AccountAlertRaised>("account_alerts/nested").Severity);
    }

    [Fact]
    public void User_id_update_names_both_ids()
    {
        var update = Payload.One<UserIdUpdated>("user_id_update/plain");

        Assert.Equal(("DE.48213377190552", "DE.99001122334455", "DE.ENT.1", "DE.ENT.2"), (update.PreviousUserId, update.UserId, update.PreviousParentUserId, update.ParentUserId));
    }

    [Fact]
    public void Flow_update_is_read()
    {
        Assert.Equal(("600", "PUBLISHED"), (Payload.One<FlowUpdated>("flows/status").FlowId, Payload.One<FlowUpdated>("flows/status").NewStatus));
        Assert.Equal((2000d, 34L, 99.5), (Payload.One<FlowUpdated>("flows/latency").P90Latency, Payload.One<FlowUpdated>("flows/latency").RequestsCount, Payload.One<FlowUpdated>("flows/latency").Availability));
    }

    [Fact]
    public void Group_changes_are_read()
    {
        var created = Payload.One<GroupLifecycleUpdated>("groups/created");
        Assert.Equal((GroupEventType.Create, "G77", "Bread club", At), (created.Type, created.GroupId, created.Subject, created.Timestamp));
        var error = Assert.Single(Payload.One<GroupLifecycleUpdated>("groups/create_failed").Errors);
        Assert.Equal((131215, "why"), (error.Code, error.Details));
        var people = Payload.One<GroupParticipantsUpdated>("groups/participants");
        Assert.Equal(("4915550001111", "4915550002222", "DE.3"), (people.AddedParticipants[0].WaId, people.FailedParticipants[0].Input, people.RemovedParticipants[0].UserId));
        Assert.Equal("DE.48213377190552", Payload.One<GroupParticipantsUpdated>("groups/join_request").Requester?.UserId);
        var settings = Payload.One<GroupSettingsUpdated>("groups/settings").Settings;
        Assert.Equal([("group_subject", true, 0), ("profile_picture", false, 1)], settings.Select(one => (one.Name, one.Succeeded!.Value, one.Errors.Count)));
        Assert.Equal(GroupEventType.Suspend, Payload.One<GroupStatusUpdated>("groups/suspended").Type);
    }

    [Fact]
    public void Messages_that_are_not_to_be_answered_are_no_messages_received()
    {
        var echo = Payload.One<EchoedMessage>("echoes/from_phone_app").Message;
        Assert.Equal(("4915550001111", "DE.48213377190552", "by hand", At), (echo.To.WaId, echo.To.UserId, echo.Text, echo.Timestamp));
        Assert.Equal("by hand", Payload.One<EchoedMessage>("echoes/from_partner").Message.Text);
        var standby = Payload.One<StandbyMessage>("standby/message").Message;
        Assert.Equal(("Mira K.", "not mine", new MessageId("wamid.IN=")), (standby.From.ProfileName, standby.Text, standby.Id));
        var history = Payload.One<HistoryReceived>("history/chunk");
        Assert.Equal((0, 1, 55), (history.Phase, history.ChunkOrder, history.Progress));
        var thread = Assert.Single(history.Threads);
        Assert.Equal(("4915550001111", "mira.k"), (thread.Customer.WaId, thread.Customer.Username));
        Assert.Equal([("Hello", null), (null, "READ")], thread.Messages.Select(one => (one.Text, one.Status)));
        Assert.StartsWith("{", Encoding.UTF8.GetString(thread.Messages[1].Raw.Span), StringComparison.Ordinal);
        Assert.Equal(2593109, Assert.Single(Payload.One<HistoryReceived>("history/declined").Errors).Code);
    }

    [Fact]
    public void Contacts_of_the_phone_app_are_read()
    {
        var events = WebhookReader.Read(Payload.Bytes("app_state/contact")).Cast<ContactSynced>().ToList();

        Assert.Equal([(ContactSyncAction.Add, "4915550001111"), (ContactSyncAction.Remove, "4915550002222")], events.Select(one => (one.Action, one.PhoneNumber)));
    }

    [Theory]
    [InlineData("handovers/passed", "control_passed")]
    [InlineData("handovers/taken", "control_taken")]
    public void Handover_says_of_whom(string name, string control)
    {
        var changed = Payload.One<ThreadControlChanged>(name);

        Assert.Equal((new ThreadControl(control), "DE.48213377190552", At), (changed.Control, changed.Customer.UserId, changed.Timestamp));
    }

    [Fact]
    public void Click_on_an_advertisement_names_nobody() =>
        Assert.Equal(("marketing_messages_link_click", At), (Payload.One<UserActionReceived>("messages_field/user_actions").ActionType, Payload.One<UserActionReceived>("messages_field/user_actions").Timestamp));

    [Fact]
    public void Settings_solutions_and_portfolios_are_read()
    {
        var settings = Payload.One<AccountSettingsUpdated>("other_fields/account_settings_update");
        Assert.Equal(("phone_number_settings", new PhoneNumberId("800200"), At), (settings.Kind, settings.SettingsNumberId, settings.Timestamp));
        using var json = System.Text.Json.JsonDocument.Parse(settings.Settings);
        Assert.Equal("ENABLED", json.RootElement.GetProperty("calling").GetProperty("status").GetString());
        Assert.True(Payload.One<AccountSettingsUpdated>("other_fields/account_settings_update.nulls").Settings.IsEmpty);
        var business = Payload.One<BusinessStatusUpdated>("other_fields/business_status_update");
        Assert.Equal(("COMPROMISED_NOTIFICATION", "600100"), (business.Event, business.BusinessId));
        var solution = Payload.One<PartnerSolutionUpdated>("other_fields/partner_solutions");
        Assert.Equal(("SOLUTION_UPDATED", "774485461512159", "ACTIVE"), (solution.Event, solution.SolutionId, solution.SolutionStatus));
        var tier = Payload.One<AccountUpdated>("account_update/volume_tier").VolumeTier!;
        Assert.Equal(("UTILITY", "25000001:50000000", "2026-11", "Germany", At), (tier.PricingCategory, tier.Tier, tier.EffectiveMonth, tier.Region, tier.UpdatedAt));
    }

    [Fact]
    public void Measurements_are_read()
    {
        var seen = Payload.One<AutomaticEventDetected>("other_fields/automatic_events");
        Assert.Equal(("Purchase", new MessageId("wamid.IN="), At, "click-1"), (seen.EventName, seen.MessageId, seen.Timestamp, seen.CtwaClid));
        Assert.Equal((12.5m, "EUR", new PhoneNumberId("800200")), (seen.Value, seen.Currency, seen.PhoneNumberId));
        var tracked = Payload.One<TrackingEventReceived>("other_fields/tracking_events");
        Assert.Equal(("add_to_cart", new MessageId("wamid.OUT="), At, "click-2", "tok"), (tracked.EventName, tracked.MessageId, tracked.Timestamp, tracked.ClickId, tracked.TrackingToken));
        var profile = Payload.One<ConsumerProfileUpdated>("other_fields/consumer_profile");
        Assert.Equal(("DE.48213377190552", "Mira K.", "mira.k", At), (profile.User.UserId, profile.User.ProfileName, profile.User.Username, profile.Timestamp));
    }

    [Theory]
    [InlineData("calls", "[]")]
    [InlineData("calls", """{"calls":{}}""")]
    [InlineData("calls", """{"calls":[],"statuses":null}""")]
    [InlineData("history", "null")]
    [InlineData("account_update", "\"x\"")]
    [InlineData("security", "7")]
    public void Value_with_nothing_known_in_it_is_one_unknown_event(string field, string value)
    {
        var unknown = Assert.IsType<UnknownEvent>(Assert.Single(Payload.Read($$"""{"entry":[{"id":"7","changes":[{"field":"{{field}}","value":{{value}}}]}]}""")));

        Assert.Equal((field, value), (unknown.Field, Encoding.UTF8.GetString(unknown.Raw.Span)));
    }
}
