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
        // The runtime allocates now and then for itself, such as for its cache of casts: the least of a few tries is what the check costs.
        Assert.Empty(message.Validate());
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => Allocated(message)));
    }

    private static long Allocated(OutgoingMessage message)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        message.Validate();
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
