namespace WhatsApp.Client.Tests.Messages.Samples;

/// <summary>A message and the JSON the platform documents for it, written by hand.</summary>
public sealed record Sample(OutgoingMessage Message, string Json)
{
    public static IEnumerable<Sample> All =>
        [.. PlainSamples.All, .. MediaSamples.All, .. ContactSamples.All, .. ButtonSamples.All, .. ListSamples.All, .. RequestSamples.All,
         .. CommerceSamples.All, .. CarouselSamples.All, .. FlowSamples.All, .. AddressSamples.All, .. PaymentSamples.All];

    public static Sample Interactive(OutgoingMessage message, string interactive) =>
        new(message, $$"""{"type":"interactive","interactive":{{interactive}}}""");
}
