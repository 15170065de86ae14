using WhatsApp.Client.Tests.Messages.Samples;

namespace WhatsApp.Client.Tests.Messages;

public sealed class CheckCostTests
{
    // Addresses given as text are parsed to be checked, and raw JSON is read; everything else is looked at in place.
    public static TheoryData<OutgoingMessage> Messages =>
        [.. Sample.All.Select(sample => sample.Message).Where(message => message is not (CtaUrlMessage or MediaCarouselMessage or OrderDetailsMessage or RawMessage))];

    [Theory]
    [MemberData(nameof(Messages), DisableDiscoveryEnumeration = true)]
    public void Checking_a_message_without_faults_allocates_nothing(OutgoingMessage message)
    {
        message.Validate();

        var before = GC.GetAllocatedBytesForCurrentThread();
        var faults = message.Validate();
        var after = GC.GetAllocatedBytesForCurrentThread();

        Assert.Empty(faults);
        Assert.Equal(0, after - before);
    }
}
