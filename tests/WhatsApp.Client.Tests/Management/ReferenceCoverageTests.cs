using System.Reflection;
using WhatsApp.Client.Tests.Webhooks;
using WhatsApp.Client.Webhooks;

namespace WhatsApp.Client.Tests.Management;

/// <summary>
/// Everything the platform documents for management, and every webhook field, listed once more by hand: a call or an event without a test, or without a line in the
/// documentation, fails here.
/// </summary>
public sealed class ReferenceCoverageTests
{
    private const string Waba = "700100", Phone = "800200", Template = "5001", Flow = "31337", Group = "G1", Business = "600100";

    /// <summary>Method and path below the version, the query left out. Uploads, forms and the second host, which have tests of their own, name them.</summary>
    public static TheoryData<string, string, string?> Endpoints => new()
    {
        // Templates.
        { "GET", $"{Waba}/message_templates", null },
        { "GET", $"{Waba}/message_templates?summary=", null },
        { "POST", $"{Waba}/message_templates", null },
        { "POST", Template, null },
        { "DELETE", $"{Waba}/message_templates?name=order_shipped", null },
        { "DELETE", $"{Waba}/message_templates?name=order_shipped&hsm_id=5001", null },
        { "DELETE", $"{Waba}/message_templates?hsm_ids=", null },
        { "GET", Template, null },
        { "GET", $"{Template}/compare", null },
        { "POST", $"{Template}/unpause", null },
        { "POST", $"{Waba}/upsert_message_templates", null },
        { "POST", $"{Waba}/migrate_message_templates", null },
        { "POST", $"{Waba}/message_templates/archive", nameof(ManagementCallTests.Archiving_goes_to_the_second_host_with_the_version_in_a_header) },
        { "POST", $"{Waba}/message_templates/unarchive", nameof(ManagementCallTests.Archiving_goes_to_the_second_host_with_the_version_in_a_header) },
        { "GET", "message_template_library", null },

        // Numbers.
        { "GET", $"{Waba}/phone_numbers", null },
        { "GET", Phone, null },
        { "POST", $"{Waba}/phone_numbers", null },
        { "POST", $"{Phone}/request_code", null },
        { "POST", $"{Phone}/verify_code", null },
        { "POST", $"{Phone}/register", null },
        { "POST", $"{Phone}/deregister", null },
        { "POST", Phone, null },
        { "GET", $"{Phone}/settings", null },
        { "POST", $"{Phone}/settings", null },
        { "GET", $"{Phone}?fields=health_status", null },
        { "GET", $"{Waba}?fields=health_status", null },
        { "GET", $"{Template}?fields=health_status", null },
        { "GET", "111?fields=health_status", null },
        { "GET", $"{Phone}/username", null },
        { "POST", $"{Phone}/username", null },
        { "DELETE", $"{Phone}/username", null },
        { "GET", $"{Phone}/username_suggestions", null },
        { "DELETE", $"{Phone}/contact_book", null },

        // Profile, commerce, components, block list, links.
        { "GET", $"{Phone}/whatsapp_business_profile", null },
        { "POST", $"{Phone}/whatsapp_business_profile", null },
        { "GET", $"{Phone}/whatsapp_commerce_settings", null },
        { "POST", $"{Phone}/whatsapp_commerce_settings", null },
        { "GET", $"{Waba}/product_catalogs", null },
        { "POST", $"{Phone}/conversational_automation", null },
        { "GET", $"{Phone}?fields=conversational_automation", null },
        { "POST", $"{Phone}/block_users", null },
        { "DELETE", $"{Phone}/block_users", null },
        { "GET", $"{Phone}/block_users", null },
        { "POST", $"{Phone}/message_qrdls", null },
        { "GET", $"{Phone}/message_qrdls", null },
        { "GET", $"{Phone}/message_qrdls/C1", null },
        { "DELETE", $"{Phone}/message_qrdls/C1", null },
        { "POST", $"{Waba}/signups", null },

        // Accounts.
        { "GET", $"{Waba}?fields=id,name,currency", null },
        { "POST", $"{Waba}?is_enabled_for_insights=true", null },
        { "GET", $"{Business}/owned_whatsapp_business_accounts", null },
        { "GET", $"{Business}/client_whatsapp_business_accounts", null },
        { "GET", $"{Waba}/subscribed_apps", null },
        { "POST", $"{Waba}/subscribed_apps", null },
        { "DELETE", $"{Waba}/subscribed_apps", null },
        { "GET", $"{Waba}/assigned_users", null },

        // Flows.
        { "GET", $"{Waba}/flows", null },
        { "POST", $"{Waba}/flows", null },
        { "GET", Flow, null },
        { "POST", Flow, null },
        { "DELETE", Flow, null },
        { "GET", $"{Flow}/assets", null },
        { "POST", $"{Flow}/assets", nameof(ManagementCallTests.Flow_json_goes_as_a_form_and_its_errors_come_back) },
        { "POST", $"{Flow}/publish", null },
        { "POST", $"{Flow}/deprecate", null },
        { "POST", $"{Waba}/migrate_flows", null },
        { "GET", $"{Flow}?fields=preview.invalidate(false)", null },
        { "GET", $"{Flow}?fields=metric.", null },
        { "POST", $"{Phone}/whatsapp_business_encryption", null },
        { "GET", $"{Phone}/whatsapp_business_encryption", null },

        // Analytics.
        { "GET", $"{Waba}?fields=analytics.", null },
        { "GET", $"{Waba}?fields=pricing_analytics.", null },
        { "GET", $"{Waba}?fields=conversation_analytics.", null },
        { "GET", $"{Waba}/template_analytics", null },
        { "GET", $"{Waba}/activities", null },

        // Conversation routing, groups, calls.
        { "POST", $"{Phone}/thread_control", null },
        { "POST", $"{Phone}/groups", null },
        { "GET", $"{Phone}/groups", null },
        { "GET", Group, null },
        { "POST", Group, null },
        { "DELETE", Group, null },
        { "GET", $"{Group}/invite_link", null },
        { "POST", $"{Group}/invite_link", null },
        { "DELETE", $"{Group}/participants", null },
        { "GET", $"{Group}/join_requests", null },
        { "POST", $"{Group}/join_requests", null },
        { "DELETE", $"{Group}/join_requests", null },
        { "POST", $"{Phone}/calls", null },
        { "GET", $"{Phone}/call_permissions", null },

        // Onboarding and history.
        { "POST", "oauth/access_token", nameof(ManagementCallTests.Code_is_exchanged_in_the_body_of_the_call) },
        { "GET", "debug_token", null },
        { "POST", $"{Phone}/smb_app_data", null },
        { "GET", $"{Phone}/message_history", null },

        // Variants of sending, and media.
        { "POST", $"{Phone}/marketing_messages", null },
        { "POST", $"{Phone}/messages_encrypted", null },
        { "POST", $"{Phone}/media", nameof(Media.UploadTests) },
        { "GET", "900101", null },
        { "DELETE", "900101", null },
        { "POST", "111/uploads", nameof(SampleUploadTests.Broken_upload_goes_on_where_the_platform_stopped) },
        { "POST", "upload:XYZ", nameof(SampleUploadTests.Broken_upload_goes_on_where_the_platform_stopped) },
        { "GET", "upload:XYZ", nameof(SampleUploadTests.Broken_upload_goes_on_where_the_platform_stopped) },
    };

    [Theory]
    [MemberData(nameof(Endpoints))]
    public void Endpoint_has_a_test_with_its_wire_form(string method, string path, string? test)
    {
        if (test is not null)
            return;

        Assert.Contains(ManagementCallTests.Calls.Values, call => call.Method == method && Answers(call.Path, path));
    }

    [Fact]
    public void Every_tested_call_is_on_the_list() => Assert.All(ManagementCallTests.Calls, call =>
        Assert.True(Endpoints.Any(row => row.Data.Item1 == call.Value.Method && Answers(call.Value.Path, row.Data.Item2)), call.Key));

    /// <summary>Field, and the records that come of it.</summary>
    public static TheoryData<string, string> Fields => new()
    {
        { "messages", nameof(TextReceived) },
        { "calls", nameof(CallUpdated) },
        { "user_preferences", nameof(UserPreferenceChanged) },
        { "message_template_status_update", nameof(TemplateStatusUpdated) },
        { "message_template_quality_update", nameof(TemplateQualityUpdated) },
        { "message_template_components_update", nameof(TemplateComponentsUpdated) },
        { "template_category_update", nameof(TemplateCategoryUpdated) },
        { "template_correct_category_detection", nameof(TemplateCorrectCategoryDetected) },
        { "phone_number_quality_update", nameof(PhoneNumberQualityUpdated) },
        { "phone_number_name_update", nameof(PhoneNumberNameUpdated) },
        { "business_capability_update", nameof(BusinessCapabilityUpdated) },
        { "account_update", nameof(AccountUpdated) },
        { "account_review_update", nameof(AccountReviewUpdated) },
        { "account_alerts", nameof(AccountAlertRaised) },
        { "account_settings_update", nameof(AccountSettingsUpdated) },
        { "business_status_update", nameof(BusinessStatusUpdated) },
        { "business_username_updates", nameof(BusinessUsernameUpdated) },
        { "user_id_update", nameof(UserIdUpdated) },
        { "flows", nameof(FlowUpdated) },
        { "group_lifecycle_update", nameof(GroupLifecycleUpdated) },
        { "group_participants_update", nameof(GroupParticipantsUpdated) },
        { "group_settings_update", nameof(GroupSettingsUpdated) },
        { "group_status_update", nameof(GroupStatusUpdated) },
        { "history", nameof(HistoryReceived) },
        { "smb_message_echoes", nameof(EchoedMessage) },
        { "message_echoes", nameof(EchoedMessage) },
        { "smb_app_state_sync", nameof(ContactSynced) },
        { "standby", nameof(StandbyMessage) },
        { "messaging_handovers", nameof(ThreadControlChanged) },
        { "payment_configuration_update", nameof(PaymentConfigurationUpdated) },
        { "partner_solutions", nameof(PartnerSolutionUpdated) },
        { "security", nameof(SecurityUpdated) },
        { "automatic_events", nameof(AutomaticEventDetected) },
        { "tracking_events", nameof(TrackingEventReceived) },
        { "consumer_profile", nameof(ConsumerProfileUpdated) },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void Field_has_a_payload_a_record_and_a_line_in_the_documentation(string field, string record)
    {
        Assert.Contains(Payload.Names.SelectMany(name => WebhookReader.Read(Payload.Bytes(name))), one => one.Field == field && one.GetType().Name == record);
        Assert.Contains($"`{field}`", Receiving, StringComparison.Ordinal);
        Assert.Contains($"`{record}`", Receiving, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_record_of_a_webhook_is_in_the_documentation() => Assert.All(
        typeof(WebhookEvent).Assembly.GetTypes().Where(type => type is { IsPublic: true, IsAbstract: false } && type.IsAssignableTo(typeof(WebhookEvent))),
        type => Assert.Contains($"`{type.Name}`", Receiving, StringComparison.Ordinal));

    [Fact]
    public void Every_call_is_in_the_documentation()
    {
        var text = string.Join('\n', Directory.EnumerateFiles(Docs, "*.md", SearchOption.AllDirectories).Select(File.ReadAllText));
        var calls = new[] { typeof(WhatsAppSender), typeof(WhatsAppClient), typeof(WhatsAppOnboarding) }
            .SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
            .Select(method => method.Name)
            .Where(name => name.EndsWith("Async", StringComparison.Ordinal))
            .Distinct();

        Assert.All(calls, name => Assert.Matches($@"\b{name}\b", text));
    }

    private static string Receiving { get; } = File.ReadAllText(Path.Combine(Docs, "receiving.md"));

    private static string Docs
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "ShopBot.sln")))
                folder = folder.Parent;
            return Path.Combine(folder?.FullName ?? throw new InvalidOperationException("ShopBot.sln was not found above the tests."), "docs", "whatsapp");
        }
    }

    /// <summary>Without a query on the list, every query will do.</summary>
    private static bool Answers(string path, string listed) =>
        listed.Contains('?', StringComparison.Ordinal) ? path.StartsWith(listed, StringComparison.Ordinal) : path.Split('?')[0] == listed;
}
