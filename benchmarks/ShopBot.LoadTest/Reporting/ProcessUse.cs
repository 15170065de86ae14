namespace ShopBot.LoadTest.Reporting;

/// <summary>What one process took.</summary>
/// <param name="Cores">Processor time over the time that passed.</param>
/// <param name="MicrosecondsPerReply">Processor time per reply.</param>
/// <param name="Megabytes">Resident memory at the end, in MiB.</param>
internal sealed record ProcessUse(double Cores, double MicrosecondsPerReply, double Megabytes);
