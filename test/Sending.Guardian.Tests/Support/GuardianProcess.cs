namespace Sending.Guardian.Tests.Support;

/// <summary>A guardian as its operator runs it.</summary>
internal sealed class GuardianProcess(DevnetFixture devnet, string name, params string[] flags) : ServiceProcess("Sending.Guardian", devnet, name, flags);
