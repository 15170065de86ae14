namespace WhatsApp.Client.Webhooks;

/// <summary>The fields whose whole value is one event.</summary>
internal static class ValueEvents
{
    public static WebhookEvent Create(in EventOrigin origin, JsonTree value) => origin.Field switch
    {
        "message_template_status_update" => new TemplateStatusUpdated(origin, value),
        "message_template_quality_update" => new TemplateQualityUpdated(origin, value),
        "message_template_components_update" => new TemplateComponentsUpdated(origin, value),
        "template_category_update" => new TemplateCategoryUpdated(origin, value),
        "template_correct_category_detection" => new TemplateCorrectCategoryDetected(origin, value),
        "phone_number_quality_update" => new PhoneNumberQualityUpdated(origin, value),
        "phone_number_name_update" => new PhoneNumberNameUpdated(origin, value),
        "business_capability_update" => new BusinessCapabilityUpdated(origin, value),
        "business_username_updates" or "business_username_update" => new BusinessUsernameUpdated(origin, value),
        "account_update" => new AccountUpdated(origin, value),
        "account_review_update" => new AccountReviewUpdated(origin, value),
        "account_alerts" => new AccountAlertRaised(origin, value),
        "security" => new SecurityUpdated(origin, value),
        "account_settings_update" => new AccountSettingsUpdated(origin, value),
        "business_status_update" => new BusinessStatusUpdated(origin, value),
        "partner_solutions" => new PartnerSolutionUpdated(origin, value),
        "automatic_events" => new AutomaticEventDetected(origin, value),
        "tracking_events" => new TrackingEventReceived(origin, value),
        "consumer_profile" => new ConsumerProfileUpdated(origin, value, value["contacts"]),
        "flows" => new FlowUpdated(origin, value),
        "payment_configuration_update" => new PaymentConfigurationUpdated(origin, value),
        "messaging_handovers" when value["control_passed"].IsObject || value["control_taken"].IsObject =>
            new ThreadControlChanged(origin, value, value["contacts"]),
        _ => new UnknownEvent(origin),
    };
}
