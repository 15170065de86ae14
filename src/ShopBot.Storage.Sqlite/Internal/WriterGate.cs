namespace ShopBot.Storage.Sqlite.Internal;

/// <summary>Waiting for the gate of the one writer.</summary>
internal static class WriterGate
{
    extension(SemaphoreSlim gate)
    {
        /// <summary>Waits in the line of those who wait asynchronously, for threads that may wait: in <see cref="SemaphoreSlim.Wait()"/> they would be overtaken for as long as others come.</summary>
        public void Enter() => gate.WaitAsync().GetAwaiter().GetResult();
    }
}
