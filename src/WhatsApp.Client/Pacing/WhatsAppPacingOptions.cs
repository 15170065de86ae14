namespace WhatsApp.Client;

/// <summary>
/// How fast messages are sent. The defaults are the platform's own limits.
/// See <see href="https://developers.facebook.com/docs/whatsapp/cloud-api/overview#throughput">throughput</see>.
/// </summary>
public sealed class WhatsAppPacingOptions
{
    /// <summary>
    /// What a send does when it is not its turn yet, unless <see cref="SendOptions.Pacing"/> says otherwise. Default
    /// <see cref="WhatsAppPacingMode.Wait"/>.
    /// </summary>
    public WhatsAppPacingMode Mode { get; set; } = WhatsAppPacingMode.Wait;

    /// <summary>
    /// Messages per second of a number nothing else is known of, in and out together; 1 to 1,000,000. Default 80.
    /// <see cref="WhatsAppPacer.SetMessagesPerSecond"/> and <see cref="WhatsAppPacer.Observe(PhoneNumberInfo)"/> set it for one number.
    /// </summary>
    public int MessagesPerSecond { get; set; } = 80;

    /// <summary>The lasting pace to one person: one message in this time. Zero switches the limit off; at most one hour. Default 6 seconds.</summary>
    public TimeSpan PairInterval { get; set; } = TimeSpan.FromSeconds(6);

    /// <summary>
    /// How many messages one person may get at once. They are borrowed: after N of them the full burst is free again N ×
    /// <see cref="PairInterval"/> later. 1 to 1,000. Default 45.
    /// </summary>
    public int PairBurst { get; set; } = 45;

    /// <summary>Longest time a send waits for its turn, all repetitions together; one that would wait longer is refused at once. Zero to one hour. Default 30 seconds.</summary>
    public TimeSpan MaxWait { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many sends of one number may wait; more are refused at once. 1 to 1,000,000. Default 1,000.</summary>
    public int MaxQueuedPerNumber { get; set; } = 1_000;

    /// <summary>
    /// How often a waiting send is repeated after an answer that proves it was not processed, such as 130429 or 131056; 0 to 10. Default 2.
    /// It waits for its turn again each time, within <see cref="MaxWait"/>. In mode <see cref="WhatsAppPacingMode.Throw"/> and after any other failure
    /// a send is never repeated.
    /// </summary>
    public int Repeats { get; set; } = 2;

    /// <summary>
    /// Secret from which the keys of persons are made, so that a shared counter holds no phone numbers; give all hosts the same. Null makes
    /// one per process, which is right for the counters in memory.
    /// </summary>
    public string? PairKeySecret { get; set; }
}
