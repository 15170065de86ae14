namespace WhatsApp.Client.Tests.Messages.Samples;

/// <summary>Messages that ask for something: place, number, permission to call, a call.</summary>
internal static class RequestSamples
{
    public static IEnumerable<Sample> All =>
    [
        Sample.Interactive(
            new LocationRequestMessage("Where shall we deliver?"),
            """{"type":"location_request_message","body":{"text":"Where shall we deliver?"},"action":{"name":"send_location"}}"""),
        Sample.Interactive(
            new RequestContactInfoMessage("May the courier call you?"),
            """{"type":"request_contact_info","body":{"text":"May the courier call you?"},"action":{"name":"request_contact_info"}}"""),
        Sample.Interactive(
            new CallPermissionRequestMessage("May we call you about order 9?"),
            """{"type":"call_permission_request","body":{"text":"May we call you about order 9?"},"action":{"name":"call_permission_request"}}"""),
        Sample.Interactive(
            new VoiceCallMessage("Call us"),
            """{"type":"voice_call","body":{"text":"Call us"},"action":{"name":"voice_call"}}"""),
        Sample.Interactive(
            new VoiceCallMessage("Call us") { DisplayText = "Call now", TtlMinutes = 60, Payload = "order-9" },
            """
            {"type":"voice_call","body":{"text":"Call us"},
             "action":{"name":"voice_call","parameters":{"display_text":"Call now","ttl_minutes":60,"payload":"order-9"}}}
            """),
        Sample.Interactive(
            new VoiceCallMessage("Call us") { TtlMinutes = 1 },
            """{"type":"voice_call","body":{"text":"Call us"},"action":{"name":"voice_call","parameters":{"ttl_minutes":1}}}"""),
    ];
}
